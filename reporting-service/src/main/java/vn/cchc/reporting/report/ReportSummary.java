package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A report in a list")
record ReportSummary(UUID id, @Schema(examples = "CCHC") String regime, @Schema(examples = "2025") String period,
        @Schema(examples = "VP") String unit, ReportState state, int version,
        @Schema(description = "The version that counts; null before the first acceptance", nullable = true) Integer acceptedVersion,
        Instant updatedAt,
        @Schema(nullable = true) Instant submittedAt, @Schema(nullable = true) Instant acceptedAt,
        @Schema(description = "Whether the report ended with its unit") boolean closed) {

    static ReportSummary of(Report report) {
        return new ReportSummary(report.id, report.regime, report.period, report.unit, report.state, report.version,
                report.acceptedVersion,
                report.updatedAt, report.submittedAt, report.acceptedAt, report.closure != null);
    }

    /** The accepted version of a report that is being corrected. */
    static ReportSummary of(Report report, ReportVersion accepted) {
        return new ReportSummary(report.id, accepted.regime, accepted.period, accepted.unit, ReportState.ACCEPTED,
                accepted.version, accepted.version, accepted.acceptedAt, accepted.submittedAt, accepted.acceptedAt, false);
    }
}
