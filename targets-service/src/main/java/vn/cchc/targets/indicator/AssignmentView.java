package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@Schema(description = "The assignment (phân công) of a unit to an indicator")
record AssignmentView(@JsonIgnore Revision revision, UUID id, @Schema(examples = "CT11") IndicatorCode indicator,
        @Schema(examples = "VP") UnitCode unit,
        @Schema(description = "Whether the unit leads the indicator (chủ trì); every assigned unit reports it") boolean lead,
        @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo,
        @Schema(description = "One higher after each change", examples = "1") long version) implements Versioned {

    static AssignmentView of(Assignment of) {
        return new AssignmentView(of.revision(), of.id, of.indicator.code(), of.unit(), of.lead, of.validFrom, of.validTo,
                of.version);
    }
}
