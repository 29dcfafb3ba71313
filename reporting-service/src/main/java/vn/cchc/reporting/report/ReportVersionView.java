package vn.cchc.reporting.report;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A report as it was accepted in this version; it never changes")
record ReportVersionView(int version, @Schema(description = "SHA-256 of the accepted content") String seal,
        @Schema(description = "The format of the sealed content", examples = "1") int sealFormat, ReportView report) {
}
