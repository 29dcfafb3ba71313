package vn.cchc.survey.result;

import jakarta.persistence.Embeddable;

/**
 * The respondents of a stratum who answered a topic, and the sums that the variance between them requires. Answers are counted
 * at the levels 1 to 5.
 *
 * @param groupCode code of the stratum; empty for respondents without a stratum
 * @param topic code of the topic
 * @param rating respondents who gave a level to at least one question of the topic
 * @param fullySatisfied respondents of these whose every level in the topic is 4 or 5
 * @param neverSatisfied respondents of these whose every level in the topic is below 4
 * @param answersSquared sum over respondents of (answers)²
 * @param satisfiedSquared sum over respondents of (satisfied answers)²
 * @param answersBySatisfied sum over respondents of answers × satisfied answers
 */
@Embeddable
public record TopicRespondentCount(String groupCode, String topic, long rating, long fullySatisfied, long neverSatisfied,
        long answersSquared, long satisfiedSquared, long answersBySatisfied) {

    RespondentCount people() {
        return new RespondentCount(groupCode, rating, rating, fullySatisfied, neverSatisfied, answersSquared, satisfiedSquared,
                answersBySatisfied);
    }
}
