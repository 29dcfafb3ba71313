package vn.cchc.survey.result;

import jakarta.persistence.Embeddable;

/**
 * The number of answers with one value to one question in one group.
 *
 * @param groupCode code of the group; empty for respondents without a group
 * @param question code of the question
 * @param value level 0..5, or percent 0..100, by the question's scale
 * @param answers number of answers
 */
@Embeddable
public record AnswerCount(String groupCode, String question, short value, long answers) {
}
