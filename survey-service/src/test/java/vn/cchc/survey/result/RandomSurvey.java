package vn.cchc.survey.result;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.result.Respondents.Respondent;
import vn.cchc.survey.result.ResultView.PartView;

/**
 * A random questionnaire with random respondents, and what a reader can compute: each figure that is shown is a sum of the
 * unknown cells (group and question), and a set of cells is revealed if its sum is a linear combination of those.
 */
class RandomSurvey {

    private final Questionnaire questionnaire;
    private final Respondents respondents = new Respondents();
    private final List<String> groups = new ArrayList<>(List.of(""));
    private final List<Question> questions;

    RandomSurvey(Random random) {
        this.questionnaire = QuestionnaireFixture.random(random);
        this.questions = questionnaire.questions(Scale.LEVEL);
        questionnaire.groups().forEach(group -> groups.add(group.code()));
        double[] popularity = random.doubles(questions.size()).toArray();
        double[] size = random.doubles(groups.size()).map(share -> share * share).toArray();
        int people = 4 + random.nextInt(30);
        for (int i = 0; i < people; i++) {
            respondents.with(1, groups.get(pick(random, size)), levels(random, popularity));
        }
    }

    Questionnaire questionnaire() {
        return questionnaire;
    }

    Respondents respondents() {
        return respondents;
    }

    /** Sets of suppressed parts whose sum can be computed, and behind which stand fewer people than the minimum. */
    List<String> revealed(ResultView view, int minRespondents) {
        LinearSpan shown = new LinearSpan(groups.size() * questions.size());
        shown.add(vector(cell -> true));
        view.topics().stream().filter(part -> !part.suppressed()).forEach(part -> shown.add(vector(inTopic(part.code()))));
        view.questions().stream().filter(part -> !part.suppressed())
                .forEach(part -> shown.add(vector(isQuestion(part.code()))));
        view.groups().stream().filter(part -> !part.suppressed()).forEach(part -> shown.add(vector(isGroup(part.code()))));
        List<String> revealed = new ArrayList<>();
        List<Predicate<int[]>> parts = suppressed(view);
        for (int subset = 1; subset < 1 << parts.size(); subset++) {
            // A union of more parts is of no interest, although parts may share respondents.
            if (Integer.bitCount(subset) >= minRespondents) {
                continue;
            }
            Predicate<int[]> union = union(parts, subset);
            long people = people(union);
            if (people > 0 && people < minRespondents && shown.contains(vector(union))) {
                revealed.add(people + " people in parts " + Integer.toBinaryString(subset));
            }
        }
        return revealed;
    }

    private List<Predicate<int[]>> suppressed(ResultView view) {
        List<Predicate<int[]>> parts = new ArrayList<>();
        view.topics().stream().filter(PartView::suppressed).forEach(part -> parts.add(inTopic(part.code())));
        view.questions().stream().filter(PartView::suppressed).forEach(part -> parts.add(isQuestion(part.code())));
        view.groups().stream().filter(PartView::suppressed).forEach(part -> parts.add(isGroup(part.code())));
        parts.add(isGroup(""));
        return parts;
    }

    private long people(Predicate<int[]> cells) {
        return respondents.where(respondent -> IntStream.range(0, questions.size()).anyMatch(question -> cells
                .test(new int[] { groups.indexOf(respondent.group()), question }) && answered(respondent, question)));
    }

    private boolean answered(Respondent respondent, int question) {
        return respondent.answered(questions.get(question).code());
    }

    private Predicate<int[]> inTopic(String topic) {
        return cell -> topic.equals(questions.get(cell[1]).topic());
    }

    private Predicate<int[]> isQuestion(String code) {
        return cell -> questions.get(cell[1]).code().equals(code);
    }

    private Predicate<int[]> isGroup(String code) {
        return cell -> groups.get(cell[0]).equals(code);
    }

    private static Predicate<int[]> union(List<Predicate<int[]>> parts, int subset) {
        return cell -> IntStream.range(0, parts.size()).anyMatch(i -> (subset >> i & 1) == 1 && parts.get(i).test(cell));
    }

    private double[] vector(Predicate<int[]> cells) {
        return IntStream.range(0, groups.size() * questions.size())
                .mapToDouble(i -> cells.test(new int[] { i / questions.size(), i % questions.size() }) ? 1 : 0).toArray();
    }

    private Map<String, Integer> levels(Random random, double[] popularity) {
        Map<String, Integer> levels = new HashMap<>();
        for (int i = 0; i < popularity.length; i++) {
            if (random.nextDouble() < popularity[i]) {
                levels.put(questions.get(i).code(), random.nextInt(6));
            }
        }
        return levels;
    }

    private static int pick(Random random, double[] weights) {
        double point = random.nextDouble() * IntStream.range(0, weights.length).mapToDouble(i -> weights[i]).sum();
        int index = 0;
        while (index < weights.length - 1 && point >= weights[index]) {
            point -= weights[index++];
        }
        return index;
    }
}
