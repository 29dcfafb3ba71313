package vn.cchc.targets.indicator;

import java.time.LocalDate;

import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@Schema(description = "A unit that works with the lead unit on the indicator (đơn vị phối hợp)")
record NewCoordinatingUnit(@NotNull @Schema(description = "Code of the unit", examples = "CNTT") UnitCode unit,
        @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo) {

    boolean endsBeforeItBegins() {
        return !DateRange.isOrdered(validFrom, validTo);
    }

    DateRange days() {
        return endsBeforeItBegins() ? DateRange.UNBOUNDED : new DateRange(validFrom, validTo);
    }
}
