package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A report to be begun")
record NewReport(
        @Schema(description = "Code of the regime; CCHC if left out", examples = "CCHC", nullable = true) String regime,
        @NotBlank @Schema(description = "Code of the period", examples = "2025") String period,
        @NotBlank @Schema(description = "Code of the unit that reports", examples = "VP") String unit) {

    NewReport {
        regime = regime == null ? "CCHC" : regime;
    }
}
