package vn.cchc.targets.task;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.plan.TaskGroup;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

@Schema(description = "A task that the plan does not print")
public record NewTask(
        @Schema(description = "Code of the plan; the default plan if absent", examples = "KH-SGDDT-2022", nullable = true) PlanCode plan,
        @NotNull @Pattern(regexp = TaskGroup.SYNTAX) @Schema(description = "Number of the section of the plan to which it belongs", examples = "III") String group,
        @NotNull @Pattern(regexp = "[A-Z0-9-]{1,20}([.][A-Z0-9-]{1,20}){0,2}") @Schema(description = "Its number in the group", examples = "2.1") String number,
        @NotBlank @Size(max = 20_000) @Schema(examples = "Rà soát, cắt giảm thành phần hồ sơ của thủ tục chuyển trường") String wording,
        @Schema(description = "The unit that leads it (đơn vị chủ trì); null if none is assigned", examples = "VP", nullable = true) UnitCode leadUnit,
        @Size(max = 100, message = "{cchc.ListSize.message}") @Schema(description = "The units that co-ordinate (đơn vị phối hợp); none if absent", examples = "[\"CNTT\"]", nullable = true) List<@NotNull UnitCode> coordinatingUnits,
        @Schema(description = "The last day on which its completion is in time; null if there is no deadline", examples = "2025-06-30", nullable = true) LocalDate deadline,
        @Min(0) @Max(TaskAssignment.MAX_BUDGET) @Schema(description = "In VND; null if none is set", examples = "120000000", nullable = true) Long budget) {

    public NewTask {
        coordinatingUnits = coordinatingUnits == null ? List.of() : coordinatingUnits;
    }

    TaskAssignment assignment() {
        return new TaskAssignment(leadUnit, coordinatingUnits, deadline, budget);
    }
}
