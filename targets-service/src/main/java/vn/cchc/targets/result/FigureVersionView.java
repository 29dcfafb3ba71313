package vn.cchc.targets.result;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "FigureVersion", description = "A version of a figure: accepted at first, corrected or retracted")
record FigureVersionView(@Schema(description = "When it was accepted or retracted") Instant recordedAt,
        @Schema(examples = "2025") String period, int reportVersion,
        @Schema(description = "The figure; null if this version retracts it", nullable = true) AcceptedFigureView accepted,
        @Schema(description = "Subject of the token that retracted it; null otherwise", nullable = true) String retractedBy,
        @Schema(description = "Why it was retracted; null otherwise", nullable = true) String reason) {

    static FigureVersionView of(UnitResult row) {
        return new FigureVersionView(row.recordedAt, row.period, row.reportVersion,
                row.retractedAt == null ? AcceptedFigureView.of(row) : null, row.retractedBy, row.reason);
    }
}
