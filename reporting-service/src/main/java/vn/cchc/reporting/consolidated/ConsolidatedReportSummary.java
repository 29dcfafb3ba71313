package vn.cchc.reporting.consolidated;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A consolidated report in a list")
record ConsolidatedReportSummary(UUID id, @Schema(examples = "CCHC") String regime, @Schema(examples = "2025") String period,
        ConsolidatedState state, Instant compiledAt, Instant updatedAt, @Schema(nullable = true) Instant approvedAt,
        @Schema(nullable = true) Dispatch dispatch) {

    static ConsolidatedReportSummary of(ConsolidatedReport of) {
        return new ConsolidatedReportSummary(of.id, of.regime, of.period, of.state, of.compiledAt, of.updatedAt, of.approvedAt,
                of.dispatch);
    }
}
