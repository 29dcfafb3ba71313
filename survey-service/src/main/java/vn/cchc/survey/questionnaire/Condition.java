package vn.cchc.survey.questionnaire;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "QuestionCondition", description = "A question or a section is asked only if an earlier question has one of these values")
public record Condition(
        @Schema(description = "Code of an earlier question with the scale LEVEL or YES_NO", examples = "USED-ONLINE") String question,
        @Schema(description = "Values of its answer", examples = "1") List<Integer> values) {

    public Condition {
        values = values == null ? List.of() : List.copyOf(values);
    }

    boolean holds(Map<String, Integer> answers) {
        Integer given = answers.get(question);
        return given != null && values.contains(given);
    }
}
