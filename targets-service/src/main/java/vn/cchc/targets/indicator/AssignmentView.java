package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@Schema(description = "The assignment (phân công) of a unit to an indicator")
record AssignmentView(UUID id, @Schema(examples = "CT11") IndicatorCode indicator, @Schema(examples = "VP") UnitCode unit,
        @Schema(description = "Whether the unit leads the indicator (chủ trì); every assigned unit reports it") boolean lead,
        @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo) {

    static AssignmentView of(Assignment of) {
        return new AssignmentView(of.id, of.indicator.code(), of.unit(), of.lead, of.validFrom, of.validTo);
    }
}
