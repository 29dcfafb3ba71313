package vn.cchc.targets.indicator;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@Schema(description = "The assignment (phân công) of one more unit to report an indicator")
record NewAssignment(@NotNull @Schema(description = "Code of the indicator", examples = "CT11") IndicatorCode indicator,
        @NotNull @Schema(description = "Code of the unit", examples = "VP") UnitCode unit,
        @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo,
        @Schema(description = "Whether the unit leads the indicator (chủ trì). On each day one unit leads. False if absent", nullable = true) Boolean lead) {

    boolean isLead() {
        return Boolean.TRUE.equals(lead);
    }

    boolean endsBeforeItBegins() {
        return !DateRange.isOrdered(validFrom, validTo);
    }

    DateRange validity() {
        return new DateRange(validFrom, validTo);
    }
}
