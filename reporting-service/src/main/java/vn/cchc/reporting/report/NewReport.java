package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The report to create")
record NewReport(
        @Schema(description = "Code of the regime; CCHC by default", examples = "CCHC", nullable = true) String regime,
        @NotBlank @Schema(description = "Code of the period", examples = "2025") String period,
        @NotBlank @Schema(description = "Code of the reporting unit", examples = "VP") String unit) {

    NewReport {
        regime = regime == null ? "CCHC" : regime;
    }
}
