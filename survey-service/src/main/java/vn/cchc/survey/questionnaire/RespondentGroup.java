package vn.cchc.survey.questionnaire;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Group of respondents (nhóm đối tượng khảo sát)")
public record RespondentGroup(
        @Schema(description = "Code, unique in the questionnaire", examples = "PRIMARY-PARENTS") String code,
        @Schema(examples = "Cha mẹ học sinh tiểu học") String name,
        @Schema(examples = "Parents of primary pupils") String nameEn) {
}
