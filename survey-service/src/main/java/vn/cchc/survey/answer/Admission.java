package vn.cchc.survey.answer;

/**
 * Lets a token be new: it was not issued as an invitation, and is kept, as spent, with the first answer. Such a token counts
 * neither among those invited nor in the response rate.
 *
 * @param group the code that the token keeps, null for none: that of the answer if another system or a surveyor named it
 */
public record Admission(String group) {
}
