package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@Schema(name = "CoordinatingUnit", description = "A unit that works with the lead unit on an indicator (đơn vị phối hợp)")
record CoordinatingUnitView(@JsonIgnore Revision revision, UUID id, @Schema(examples = "CT11") IndicatorCode indicator,
        @Schema(examples = "CNTT") UnitCode unit,
        @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo) implements Versioned {

    static CoordinatingUnitView of(CoordinatingUnit of) {
        return new CoordinatingUnitView(of.revision(), of.id, of.indicator.code(), of.unit(), of.validFrom, of.validTo);
    }
}
