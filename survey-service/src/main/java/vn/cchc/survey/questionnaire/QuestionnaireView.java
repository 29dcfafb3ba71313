package vn.cchc.survey.questionnaire;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.precondition.Versioned;

@Schema(name = "Questionnaire", description = "One version of a questionnaire (phiếu khảo sát)")
public record QuestionnaireView(@Schema(examples = "EDUCATION") String code,
        @Schema(description = "1 for the first, higher for each that replaced it", examples = "1") int version,
        @Schema(description = "The indicator that it measures", examples = "CT16") String indicator,
        @Schema(examples = "Phiếu khảo sát sự hài lòng về dịch vụ giáo dục công lập") String title,
        @Schema(examples = "Satisfaction with public education services") String titleEn,
        @Schema(description = "Decisions that the fields come from; the wording is this project's own", examples = "Quyết định 1001/QĐ-BNV năm 2023") List<String> sources,
        @Schema(description = "The answers that a question of the scale LEVEL takes") List<SatisfactionLevel.View> levels,
        List<Field> fields, List<Question> questions, List<RespondentGroup> groups)
        implements
            Versioned {

    public static QuestionnaireView of(Questionnaire questionnaire) {
        return new QuestionnaireView(questionnaire.code, questionnaire.version, questionnaire.indicator, questionnaire.title,
                questionnaire.titleEn, questionnaire.sources, SatisfactionLevel.views(), questionnaire.fields,
                questionnaire.questions,
                questionnaire.groups);
    }

    /** The tag of a state begins with the version that it shows. */
    @Override
    public long revision() {
        return version;
    }
}
