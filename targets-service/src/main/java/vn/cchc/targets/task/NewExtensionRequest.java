package vn.cchc.targets.task;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A request to extend the deadline of a task (xin gia hạn)")
record NewExtensionRequest(
        @NotNull @Schema(description = "Later than the deadline that the task has", examples = "2025-09-30") LocalDate newDeadline,
        @NotBlank @Size(max = 2000) @Schema(examples = "Chờ văn bản hướng dẫn của Bộ Giáo dục và Đào tạo") String reason) {
}
