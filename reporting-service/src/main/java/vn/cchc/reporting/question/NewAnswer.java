package vn.cchc.reporting.question;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "NewQuestionAnswer", description = "The answer to a question; it is final")
record NewAnswer(
        @NotBlank @Size(max = 4000) @Schema(examples = "Hai thủ tục đã được bãi bỏ từ tháng 7.") String text) {
}
