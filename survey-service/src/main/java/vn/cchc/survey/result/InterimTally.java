package vn.cchc.survey.result;

import java.sql.SQLException;
import java.util.Set;
import java.util.function.Consumer;

import vn.cchc.survey.questionnaire.Questionnaire;

/**
 * What some segments add to the interim counts. A question is left out if it has fewer answers than k in them, or in the
 * segment
 * that waits: its answers are counted by the closing. So of each question, an interim result adds no answers or at least k to
 * the
 * one before, and the closing adds at least k to the last one.
 */
final class InterimTally {

    /** Answers that can be read again. */
    interface Answers {

        /** @param each gets the scores of an answer by the order of the questions */
        void forEach(Consumer<int[]> each) throws SQLException;
    }

    private InterimTally() {
    }

    /**
     * @param waiting the answers after these, which stay for the next time
     * @param minRespondents k
     */
    static AnswerTally of(Questionnaire questionnaire, Answers answers, Answers waiting, int minRespondents)
            throws SQLException {
        AnswerTally tally = tally(questionnaire, answers, Set.of());
        Set<String> rare = tally.rare(minRespondents);
        rare.addAll(tally(questionnaire, waiting, Set.of()).rare(minRespondents));
        return tally.hasAnyOf(rare) ? tally(questionnaire, answers, rare) : tally;
    }

    private static AnswerTally tally(Questionnaire questionnaire, Answers answers, Set<String> leftOut) throws SQLException {
        AnswerTally tally = new AnswerTally(questionnaire, false, leftOut);
        answers.forEach(scores -> tally.add(StratumCounts.NONE, scores));
        return tally;
    }
}
