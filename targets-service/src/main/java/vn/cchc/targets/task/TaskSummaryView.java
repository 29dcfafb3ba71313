package vn.cchc.targets.task;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PlanCode;

@Schema(name = "TaskSummary", description = "How many tasks of a plan are in each state, per unit or per group")
record TaskSummaryView(@Schema(examples = "KH-SGDDT-2022") PlanCode plan, TaskGrouping groupBy,
        @Schema(description = "The units by their codes, or the groups in the plan's order; the tasks without a lead unit last") List<Row> rows,
        @Schema(description = "All tasks of the plan") Counts total) {

    @Schema(name = "TaskSummaryRow")
    record Row(
            @Schema(description = "Code of the lead unit, or number of the group; null for the tasks without a lead unit", examples = "VP", nullable = true) String key,
            @Schema(description = "Null if it is not known", examples = "Văn phòng", nullable = true) String name,
            @Schema(nullable = true) String nameEn, Counts counts) {
    }

    @Schema(name = "TaskCounts")
    record Counts(@Schema(description = "The number of tasks in each state") Map<TaskState, Long> states,
            @Schema(description = "How many tasks are done, in time or late", examples = "3") long done,
            @Schema(description = "How many tasks there are", examples = "8") long all,
            @Schema(description = "The share that is done in percent, rounded half-up to two decimals; null without tasks", examples = "37.5", nullable = true) BigDecimal donePercent) {
    }
}
