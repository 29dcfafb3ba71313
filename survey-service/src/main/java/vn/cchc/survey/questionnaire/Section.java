package vn.cchc.survey.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;

@Schema(name = "QuestionnaireSection", description = "Section of the form (phần của phiếu). It arranges questions and does not count in the result")
public record Section(@Schema(description = "Code, unique in the questionnaire", examples = "ONLINE") String code,
        @Schema(examples = "Dịch vụ công trực tuyến") String title, @Schema(examples = "Online services") String titleEn,
        @Schema(description = "Khmer title", nullable = true) @JsonInclude(Include.NON_NULL) String titleKm,
        @Schema(description = "When its questions are asked; null for always", nullable = true) @JsonInclude(Include.NON_NULL) Condition condition) {
}
