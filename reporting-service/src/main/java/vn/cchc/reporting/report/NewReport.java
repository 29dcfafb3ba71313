package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@Schema(description = "The report to create")
record NewReport(
        @Schema(description = "Code of the regime; CCHC by default", examples = "CCHC", nullable = true) @Pattern(regexp = RegimeCode.SYNTAX) String regime,
        @NotNull @Pattern(regexp = PeriodCode.SYNTAX) @Schema(description = "Code of the period", examples = "2025") String period,
        @NotNull @Pattern(regexp = UnitCode.SYNTAX) @Schema(description = "Code of the reporting unit", examples = "VP") String unit) {

    NewReport {
        regime = regime == null ? "CCHC" : regime;
    }

    ReportKey key() {
        return new ReportKey(new RegimeCode(regime), new PeriodCode(period), new UnitCode(unit));
    }
}
