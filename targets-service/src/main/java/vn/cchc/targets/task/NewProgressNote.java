package vn.cchc.targets.task;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "What a unit reports on a task")
record NewProgressNote(
        @NotBlank @Size(max = 20_000) @Schema(examples = "Đã tổ chức 02 hội nghị quán triệt, 100% công chức tham dự") String text,
        @Min(0) @Max(100) @Schema(description = "How much of the task is done, by the unit's own estimate; null if it gives none", examples = "60", nullable = true) Integer percent,
        @Size(max = Evidence.MAX_DOCUMENTS, message = "{cchc.ListSize.message}") @Schema(description = "None if absent", nullable = true) List<@Valid @NotNull Evidence> evidence) {

    NewProgressNote {
        evidence = evidence == null ? List.of() : evidence;
    }
}
