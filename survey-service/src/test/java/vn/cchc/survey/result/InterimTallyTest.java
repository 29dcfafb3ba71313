package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.questionnaire.Scale;

class InterimTallyTest {

    private static final int K = 5;

    private final Questionnaire questionnaire = QuestionnaireFixture.everyScale();
    private final List<Question> questions = questionnaire.questions();

    @Test
    void ofEachQuestionAnInterimResultAddsNoneOrManyAnswersAndSoDoesTheClosing() throws SQLException {
        long rare = 0;
        for (int seed = 0; seed < 400; seed++) {
            List<List<int[]>> segments = segments(new Random(seed));
            Map<String, Long> all = new HashMap<>();
            Map<String, Long> interim = new HashMap<>();
            segments.forEach(segment -> count(segment).forEach((question, answers) -> all.merge(question, answers, Long::sum)));
            for (int i = 0; i + 1 < segments.size(); i++) {
                AnswerTally tally = InterimTally.of(questionnaire, answers(segments.get(i)),
                        answers(segments.get(i + 1)), K);
                Map<String, Long> added = answers(tally);
                assertThat(added.values()).as("seed %d, segment %d", seed, i).allMatch(answers -> answers == 0 || answers >= K);
                assertThat(people(tally)).as("seed %d, segment %d", seed, i).matches(people -> people == 0 || people >= K);
                added.forEach((question, answers) -> interim.merge(question, answers, Long::sum));
            }
            for (var counted : interim.entrySet()) {
                long atTheEnd = all.get(counted.getKey()) - counted.getValue();
                assertThat(counted.getValue() == 0 || atTheEnd >= K).as("seed %d, %s", seed, counted).isTrue();
            }
            rare += segments.stream().flatMap(segment -> count(segment).values().stream())
                    .filter(answers -> answers > 0 && answers < K).count();
        }
        assertThat(rare).isGreaterThan(400);
    }

    private static InterimTally.Answers answers(List<int[]> segment) {
        return each -> {
            Iterator<int[]> rest = segment.iterator();
            while (rest.hasNext() && each.test(rest.next())) {
                // Until it has enough.
            }
        };
    }

    private List<List<int[]>> segments(Random random) {
        double[] popularity = random.doubles(questions.size()).map(share -> share * share).toArray();
        List<List<int[]>> segments = new ArrayList<>();
        for (int segment = 0; segment < 2 + random.nextInt(5); segment++) {
            List<int[]> answers = new ArrayList<>();
            for (int i = 0; i < Segments.minAnswers(K) + random.nextInt(random.nextBoolean() ? 10 : 300); i++) {
                answers.add(scores(random, popularity));
            }
            segments.add(answers);
        }
        return segments;
    }

    private int[] scores(Random random, double[] popularity) {
        int[] scores = new int[questions.size()];
        for (int i = 0; i < scores.length; i++) {
            boolean asks = questions.get(i).scale() != Scale.TEXT && random.nextDouble() < popularity[i];
            scores[i] = asks ? random.nextInt(questions.get(i).scale() == Scale.YES_NO ? 2 : 6) : -1;
        }
        return scores;
    }

    private Map<String, Long> count(List<int[]> segment) {
        AnswerTally tally = new AnswerTally(questionnaire, false);
        segment.forEach(scores -> tally.add("", scores));
        return answers(tally);
    }

    /** Levels without "don't know / not used", as a result shows them. */
    private Map<String, Long> answers(AnswerTally tally) {
        Map<String, Long> answers = new HashMap<>();
        tally.answerCounts().stream()
                .filter(count -> count.value() > 0
                        || questionnaire.question(count.question()).orElseThrow().scale() != Scale.LEVEL)
                .forEach(count -> answers.merge(count.question(), count.answers(), Long::sum));
        tally.numberSums().forEach(sum -> answers.merge(sum.question(), sum.answers(), Long::sum));
        return answers;
    }

    private static long people(AnswerTally tally) {
        return tally.respondentCounts().stream().mapToLong(RespondentCount::rating).sum();
    }
}
