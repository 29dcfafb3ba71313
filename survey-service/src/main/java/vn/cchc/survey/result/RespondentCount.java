package vn.cchc.survey.result;

import jakarta.persistence.Embeddable;

/**
 * The respondents of a group, and the sums that the variance between respondents requires. Answers are counted at the levels
 * 1 to 5.
 *
 * @param groupCode code of the group; empty for respondents without a group
 * @param respondents number of respondents
 * @param rating respondents who gave a level to at least one question
 * @param fullySatisfied respondents of these whose every level is 4 or 5
 * @param neverSatisfied respondents of these whose every level is below 4
 * @param answersSquared sum over respondents of (answers)²
 * @param satisfiedSquared sum over respondents of (satisfied answers)²
 * @param answersBySatisfied sum over respondents of answers × satisfied answers
 */
@Embeddable
public record RespondentCount(String groupCode, long respondents, long rating, long fullySatisfied, long neverSatisfied,
        long answersSquared, long satisfiedSquared, long answersBySatisfied) {

    static RespondentCount none(String stratum) {
        return new RespondentCount(stratum, 0, 0, 0, 0, 0, 0, 0);
    }

    /** Those who answered one question at a level. */
    static RespondentCount ofOneQuestion(Satisfaction question) {
        long answers = question.answers();
        long satisfied = question.satisfied();
        return new RespondentCount("", answers, answers, satisfied, answers - satisfied, answers, satisfied, satisfied);
    }

    /** Those who differ from the others in that not all, or not none, of their levels are 4 or 5; a lower bound. */
    long deviating() {
        return rating - Math.max(fullySatisfied, neverSatisfied);
    }

    /** The sum of both, in the group of this one. */
    RespondentCount plus(RespondentCount other) {
        return new RespondentCount(groupCode, respondents + other.respondents, rating + other.rating,
                fullySatisfied + other.fullySatisfied, neverSatisfied + other.neverSatisfied,
                answersSquared + other.answersSquared, satisfiedSquared + other.satisfiedSquared,
                answersBySatisfied + other.answersBySatisfied);
    }
}
