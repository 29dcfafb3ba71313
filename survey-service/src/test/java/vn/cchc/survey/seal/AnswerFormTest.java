package vn.cchc.survey.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.stratum.StratumCodes;

class AnswerFormTest {

    private final Questionnaire questionnaire = QuestionnaireFixture.education();
    private final AnswerForm form = new AnswerForm(questionnaire, StratumCodes.ofGroups(questionnaire));

    @Test
    void anAnswerIsReadAsItWasWritten() {
        Map<String, Integer> scores = Map.of("OVERALL", 0, "ACCESS-1", 5, "EXPECTATION", 100);

        var read = form.read(form.write("UPPER-SECONDARY-PUPILS", scores, Map.of()));

        assertThat(read.group()).isEqualTo("UPPER-SECONDARY-PUPILS");
        Map<String, Integer> found = new HashMap<>();
        for (int i = 0; i < read.scores().length; i++) {
            if (read.scores()[i] >= 0) {
                found.put(questionnaire.questions().get(i).code(), read.scores()[i]);
            }
        }
        assertThat(found).isEqualTo(scores);
    }

    @Test
    void allAnswersHaveOneLength() {
        Map<String, Integer> all = new HashMap<>();
        questionnaire.questions().forEach(question -> all.put(question.code(), question.scale().highest()));

        byte[] one = form.write(null, Map.of("OVERALL", 1), Map.of());
        assertThat(one).hasSameSizeAs(form.write("PRIMARY-PARENTS", all, Map.of()));
        assertThat(form.read(one).group()).isNull();
    }

    @Test
    void levelsAndPercentagesKeepTheFormatThatRelease1Reads() {
        assertThat(form.write(null, Map.of("OVERALL", 4, "EXPECTATION", 100), Map.of()))
                .containsExactly(1, -1, -1, -1, -1, -1, 4, 100);
    }

    @Test
    void numbersAndTextsAreReadAsTheyWereWrittenAndDoNotChangeTheLength() {
        var every = new AnswerForm(QuestionnaireFixture.everyScale(), new StratumCodes(false, List.of()));
        String longest = "\uFFFF".repeat(20);

        byte[] full = every.write(null, Map.of("OVERALL", 5, "ONLINE", 1, "ONLINE-EASY", 2, "VISITS", 50),
                Map.of("WHY", longest, "SUGGESTION", "Mở thêm quầy 🙂"));
        byte[] empty = every.write(null, Map.of(), Map.of());

        assertThat(every.read(full).scores()).containsExactly(5, 1, 2, 50, -1, -1);
        assertThat(every.read(full).texts()).containsExactly(null, null, null, null, longest, "Mở thêm quầy 🙂");
        assertThat(every.read(empty).scores()).containsOnly(-1);
        assertThat(every.read(empty).texts()).containsOnlyNulls();
        assertThat(empty).hasSameSizeAs(full).hasSize(3 + 3 + 4 + 2 + 60 + 2 + 1500).startsWith(2);
    }
}
