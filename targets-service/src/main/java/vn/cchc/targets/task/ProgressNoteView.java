package vn.cchc.targets.task;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(name = "ProgressNote", description = "What a unit reports on a task")
record ProgressNoteView(@Schema(examples = "KH-SGDDT-2022.III.1") TaskCode task,
        @Schema(description = "Counts the notes of the task", examples = "1") int number,
        @Schema(description = "The unit that reports", examples = "VP") UnitCode unit, String text,
        @Schema(description = "By the unit's own estimate", examples = "60", nullable = true) Integer percent,
        List<Evidence> evidence, Instant recordedAt) {

    static ProgressNoteView of(ProgressNote of) {
        return new ProgressNoteView(new TaskCode(of.task), of.number, of.unit(), of.text, of.percent, of.evidence,
                of.recordedAt);
    }
}
