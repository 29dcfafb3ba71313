package vn.cchc.survey.questionnaire;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.IndicatorCode;

@Schema(name = "Questionnaire", description = "One version of a questionnaire (phiếu khảo sát)")
public record QuestionnaireView(@JsonIgnore Revision revision, @Schema(examples = "EDUCATION") String code,
        @Schema(description = "Version number, from 1", examples = "1") int version,
        @Schema(description = "Code of the indicator (chỉ số); null for internal use", examples = "CT16", nullable = true) IndicatorCode indicator,
        @Schema(examples = "Phiếu khảo sát sự hài lòng về dịch vụ giáo dục công lập") String title,
        @Schema(examples = "Satisfaction with public education services") String titleEn,
        @Schema(description = "Decisions from which the topics are taken; the wording of the questions is this project's own", examples = "Quyết định 1001/QĐ-BNV năm 2023") List<String> sources,
        @Schema(description = "Values of a question with the scale LEVEL") List<SatisfactionLevel.View> levels,
        List<Topic> topics, List<Question> questions, List<RespondentGroup> groups,
        @Schema(description = "Khmer title", nullable = true) String titleKm,
        @Schema(description = "Sections of the form, which arrange the questions; may be empty") List<Section> sections)
        implements
            Versioned {

    public static QuestionnaireView of(Questionnaire questionnaire) {
        return new QuestionnaireView(questionnaire.revision(), questionnaire.code, questionnaire.version,
                questionnaire.indicator().orElse(null), questionnaire.title,
                questionnaire.titleEn, questionnaire.sources, SatisfactionLevel.views(), questionnaire.topics,
                questionnaire.questions,
                questionnaire.groups, questionnaire.titleKm, questionnaire.sections);
    }
}
