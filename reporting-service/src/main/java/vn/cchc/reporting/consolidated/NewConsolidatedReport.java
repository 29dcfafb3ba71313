package vn.cchc.reporting.consolidated;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

@Schema(description = "The consolidated report to make")
record NewConsolidatedReport(
        @Schema(description = "Code of the regime; CCHC by default", examples = "CCHC", nullable = true) @Pattern(regexp = RegimeCode.SYNTAX) String regime,
        @NotNull @Pattern(regexp = PeriodCode.SYNTAX) @Schema(description = "Code of the period", examples = "2025") String period) {

    NewConsolidatedReport {
        regime = regime == null ? "CCHC" : regime;
    }
}
