package vn.cchc.survey.result;

import jakarta.persistence.Embeddable;

/**
 * Who answered in a group.
 *
 * @param groupCode the group; empty for respondents who named none
 * @param respondents people who answered
 * @param rating those of them who gave a level to at least one question
 * @param fullySatisfied those of these whose every level is 4 or 5
 */
@Embeddable
public record RespondentCount(String groupCode, long respondents, long rating, long fullySatisfied) {
}
