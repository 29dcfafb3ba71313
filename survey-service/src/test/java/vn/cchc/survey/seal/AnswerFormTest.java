package vn.cchc.survey.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;

class AnswerFormTest {

    private final Questionnaire questionnaire = QuestionnaireFixture.education();
    private final AnswerForm form = new AnswerForm(questionnaire);

    @Test
    void anAnswerIsReadAsItWasWritten() {
        Map<String, Integer> scores = Map.of("OVERALL", 0, "ACCESS-1", 5, "EXPECTATION", 100);

        var read = form.read(form.write("UPPER-SECONDARY-PUPILS", scores));

        assertThat(read.group()).isEqualTo("UPPER-SECONDARY-PUPILS");
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < read.scores().length; i++) {
            if (read.scores()[i] >= 0) {
                found.put(questionnaire.questions().get(i).code(), (int) read.scores()[i]);
            }
        }
        assertThat(found).isEqualTo(scores);
    }

    @Test
    void allAnswersHaveOneLength() {
        Map<String, Integer> all = new HashMap<>();
        questionnaire.questions().forEach(question -> all.put(question.code(), question.scale().highest()));

        assertThat(form.write(null, Map.of("OVERALL", 1))).hasSameSizeAs(form.write("PRIMARY-PARENTS", all));
        assertThat(form.read(form.write(null, Map.of("OVERALL", 1))).group()).isNull();
    }
}
