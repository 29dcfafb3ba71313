package vn.cchc.survey.questionnaire;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A questionnaire as it is to be")
public record NewQuestionnaire(
        @Schema(description = "Capitals, digits and hyphens; the same in every version", examples = "EDUCATION") String code,
        @Schema(description = "The indicator that it measures: CT14, CT15 or CT16; the same in every version", examples = "CT16") String indicator,
        @Schema(examples = "Phiếu khảo sát sự hài lòng về dịch vụ giáo dục công lập") String title,
        @Schema(examples = "Satisfaction with public education services") String titleEn,
        @Schema(description = "Decisions that the fields come from", examples = "Quyết định 1001/QĐ-BNV năm 2023") List<String> sources,
        @Schema(description = "What the questions are about; every field has a question") List<Field> fields,
        @Schema(description = "The questions in their order, one of them with the code OVERALL") List<Question> questions,
        @Schema(description = "Groups of respondents that are told apart; none when the answers are not") List<RespondentGroup> groups) {

    public NewQuestionnaire {
        sources = sources == null ? List.of() : List.copyOf(sources);
        fields = fields == null ? List.of() : List.copyOf(fields);
        questions = questions == null ? List.of() : List.copyOf(questions);
        groups = groups == null ? List.of() : List.copyOf(groups);
    }
}
