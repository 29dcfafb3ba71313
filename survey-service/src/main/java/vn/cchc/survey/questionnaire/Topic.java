package vn.cchc.survey.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QuestionnaireTopic", description = "Topic of a group of questions (nội dung, lĩnh vực)")
public record Topic(@Schema(description = "Code, unique in the questionnaire", examples = "ACCESS") String code,
        @Schema(examples = "Tiếp cận dịch vụ") String name, @Schema(examples = "Access to the service") String nameEn) {
}
