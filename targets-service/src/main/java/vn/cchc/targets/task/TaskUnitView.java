package vn.cchc.targets.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.unit.Unit;
import vn.cchc.values.UnitCode;

@Schema(name = "TaskUnit", description = "A unit that carries out a task: the assigned one or, if that has ended, its only successor")
record TaskUnitView(@Schema(description = "Code of the assigned unit", examples = "TTR") UnitCode assigned,
        @Schema(description = "Code of the unit that is in charge today; null if there is none, or if the assigned one is not known yet", examples = "VP", nullable = true) UnitCode code,
        @Schema(nullable = true) String name, @Schema(nullable = true) String nameEn) {

    /** @param inCharge null if there is none */
    static TaskUnitView of(UnitCode assigned, Unit inCharge) {
        return inCharge == null ? new TaskUnitView(assigned, null, null, null)
                : new TaskUnitView(assigned, inCharge.code(), inCharge.name(), inCharge.nameEn());
    }
}
