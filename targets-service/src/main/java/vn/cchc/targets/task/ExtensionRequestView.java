package vn.cchc.targets.task;

import java.time.Instant;
import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(name = "TaskExtensionRequest", description = "The lead unit's request to extend the deadline of a task (xin gia hạn), and the decision on it")
record ExtensionRequestView(@Schema(examples = "KH-SGDDT-2022.III.1") TaskCode task,
        @Schema(description = "Counts the requests of the task", examples = "1") int number,
        @Schema(description = "The unit that asks", examples = "VP") UnitCode unit,
        @Schema(description = "The deadline before the decision", examples = "2025-06-30") LocalDate deadline,
        @Schema(description = "The deadline that the unit asks for", examples = "2025-09-30") LocalDate newDeadline,
        String reason,
        Instant requestedAt,
        @Schema(description = "Whether it was granted; null while it waits for a decision", nullable = true) Boolean granted,
        @Schema(nullable = true) String decisionReason, @Schema(nullable = true) Instant decidedAt) {

    static ExtensionRequestView of(ExtensionRequest of) {
        return new ExtensionRequestView(new TaskCode(of.task), of.number, of.unit(), of.deadline, of.newDeadline, of.reason,
                of.requestedAt, of.granted, of.decisionReason, of.decidedAt);
    }
}
