package vn.cchc.survey.questionnaire;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.IndicatorCode;

@Schema(description = "Input of a questionnaire version")
public record NewQuestionnaire(
        @Schema(description = "Code of capitals, digits and hyphens; the same in every version", examples = "EDUCATION") String code,
        @Schema(description = "Code of an indicator (chỉ số) that is measured by a survey, or null for internal use, where the result counts for no indicator; the same in every version", examples = "CT16", nullable = true) IndicatorCode indicator,
        @Schema(examples = "Phiếu khảo sát sự hài lòng về dịch vụ giáo dục công lập") String title,
        @Schema(examples = "Satisfaction with public education services") String titleEn,
        @Schema(description = "Decisions from which the topics are taken", examples = "Quyết định 1001/QĐ-BNV năm 2023") List<String> sources,
        @Schema(description = "Topics of the questions; every topic has a question") List<Topic> topics,
        @Schema(description = "Questions in order, one of them with the code OVERALL") List<Question> questions,
        @Schema(description = "Groups of respondents (nhóm đối tượng); empty if respondents are not grouped") List<RespondentGroup> groups,
        @Schema(description = "Khmer title", nullable = true) String titleKm,
        @Schema(description = "Sections of the form, which arrange the questions; may be empty") List<Section> sections) {

    public NewQuestionnaire {
        sources = sources == null ? List.of() : List.copyOf(sources);
        topics = topics == null ? List.of() : List.copyOf(topics);
        questions = questions == null ? List.of() : List.copyOf(questions);
        groups = groups == null ? List.of() : List.copyOf(groups);
        sections = sections == null ? List.of() : List.copyOf(sections);
    }

    public NewQuestionnaire(String code, IndicatorCode indicator, String title, String titleEn, List<String> sources,
            List<Topic> topics, List<Question> questions, List<RespondentGroup> groups) {
        this(code, indicator, title, titleEn, sources, topics, questions, groups, null, null);
    }
}
