package vn.cchc.reporting.report;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "An accepted version of a report in a list")
record ReportVersionSummary(int version,
        @Schema(description = "The correction that the version comes from; null for version 1", nullable = true) Correction correction,
        String submittedBy, Instant submittedAt, String acceptedBy, Instant acceptedAt,
        @Schema(description = "SHA-256 of the accepted content") String seal) {

    static ReportVersionSummary of(ReportVersion of) {
        return new ReportVersionSummary(of.version, of.correction, of.submittedBy, of.submittedAt, of.acceptedBy,
                of.acceptedAt, of.seal);
    }
}
