package vn.cchc.survey.result;

import jakarta.persistence.Embeddable;

/**
 * How often a question was answered with a value in a group.
 *
 * @param groupCode the group; empty for respondents who named none
 * @param question code of the question
 * @param value level 0..5, or percent 0..100, by the question's scale
 * @param answers how many chose it
 */
@Embeddable
public record AnswerCount(String groupCode, String question, short value, long answers) {
}
