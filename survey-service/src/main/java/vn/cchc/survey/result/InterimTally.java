package vn.cchc.survey.result;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import vn.cchc.survey.questionnaire.Questionnaire;

/**
 * What some segments add to the interim counts. A question is left out if it has fewer answers than k in them, or in
 * the segment that waits: its answers are counted by the closing. So of each question, an interim result adds no
 * answers or at least k to the one before, and the closing adds at least k to the last one.
 */
final class InterimTally {

    private static final int NOT_COUNTED = -1;
    /** The waiting answers are read until there are enough, which is looked at after so many. */
    private static final int AT_A_TIME = 100;

    /** Answers that can be read again. */
    interface Answers {

        /** @param each gets the scores of an answer by the order of the questions, until it returns false */
        void forEach(Predicate<int[]> each) throws SQLException;
    }

    private InterimTally() {
    }

    /**
     * @param waiting the answers after these, which stay for the next time
     * @param minRespondents k
     */
    static AnswerTally of(Questionnaire questionnaire, Answers answers, Answers waiting, int minRespondents)
            throws SQLException {
        AnswerTally tally = tally(questionnaire, answers);
        Set<String> rare = tally.rare(minRespondents);
        AnswerTally next = new AnswerTally(questionnaire, false);
        waiting.forEach(scores -> {
            next.add(StratumCounts.NONE, scores);
            return next.respondents() % AT_A_TIME != 0 || !rare.containsAll(next.rare(minRespondents));
        });
        rare.addAll(next.rare(minRespondents));
        return tally.hasAnyOf(rare) ? tally(questionnaire, without(rare, questionnaire, answers)) : tally;
    }

    private static AnswerTally tally(Questionnaire questionnaire, Answers answers) throws SQLException {
        AnswerTally tally = new AnswerTally(questionnaire, false);
        answers.forEach(scores -> {
            tally.add(StratumCounts.NONE, scores);
            return true;
        });
        return tally;
    }

    private static Answers without(Set<String> leftOut, Questionnaire questionnaire, Answers answers) {
        int[] indices = IntStream.range(0, questionnaire.questions().size())
                .filter(i -> leftOut.contains(questionnaire.questions().get(i).code())).toArray();
        return each -> answers.forEach(scores -> {
            int[] others = scores.clone();
            for (int index : indices) {
                others[index] = NOT_COUNTED;
            }
            return each.test(others);
        });
    }
}
