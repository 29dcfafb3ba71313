package vn.cchc.targets.task;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.targets.unit.Unit;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

@Schema(name = "Task", description = "A task of a plan (nhiệm vụ, giải pháp)")
public record TaskView(@JsonIgnore Revision revision, @Schema(examples = "KH-SGDDT-2022.III.6") TaskCode code,
        @Schema(examples = "KH-SGDDT-2022") PlanCode plan,
        @Schema(description = "Number of the section of the plan to which it belongs", examples = "III") String group,
        @Schema(description = "Its number in the group", examples = "6") String number,
        @Schema(description = "Whether the plan prints it", examples = "true") boolean printed,
        @Schema(nullable = true) String heading,
        @Schema(description = "In the plan's words if it prints the task; one paragraph a line", examples = "Bố trí đủ kinh phí cho việc thực hiện công tác CCHC.") String wording,
        @Schema(description = "The unit that leads it (đơn vị chủ trì); null if none is assigned", nullable = true) TaskUnitView leadUnit,
        @Schema(description = "The units that co-ordinate (đơn vị phối hợp), by their codes") List<TaskUnitView> coordinatingUnits,
        @Schema(description = "The last day on which its completion is in time; null if there is no deadline", nullable = true) LocalDate deadline,
        @Schema(description = "In VND; null if none is set", nullable = true) Long budget,
        @Schema(description = "How much is done by the units' last estimate", nullable = true) Integer reportedPercent,
        TaskState state, @Schema(description = "The state, in Vietnamese", examples = "Trong hạn") String stateName,
        @Schema(description = "The state, in English", examples = "In time") String stateNameEn,
        @Schema(description = "Null while it is open", nullable = true) LocalDate completedOn,
        @Schema(description = "The documents that prove its completion; none while it is open") List<Evidence> completionEvidence,
        @Schema(description = "When it was last reopened; null if it never was", nullable = true) Instant reopenedAt,
        @Schema(description = "Why it was last reopened", nullable = true) String reopeningReason,
        @Schema(description = "The criterion of a yearly index that it improves; null if it is no improvement action", nullable = true) ImprovedCriterion improves,
        @Schema(description = "One higher after each change of who carries it out, of its deadline, its budget or its completion", examples = "1") long version)
        implements
            Versioned {

    /** @param inCharge the units that are in charge today, by the assigned ones */
    static TaskView of(Task of, TaskState state, Map<UnitCode, Unit> inCharge) {
        UnitCode lead = of.leadUnit == null ? null : new UnitCode(of.leadUnit);
        return new TaskView(of.revision(), of.code(), new PlanCode(of.plan), of.group, of.number, of.printed, of.heading,
                of.wording, lead == null ? null : TaskUnitView.of(lead, inCharge.get(lead)),
                Stream.of(of.coordinatingUnits).map(UnitCode::new).map(unit -> TaskUnitView.of(unit, inCharge.get(unit)))
                        .toList(),
                of.deadline, of.budget, of.reportedPercent, state, state.label(), state.labelEn(), of.completedOn,
                of.completionEvidence == null ? List.of() : of.completionEvidence, of.reopenedAt, of.reopeningReason,
                of.improves(),
                of.version);
    }
}
