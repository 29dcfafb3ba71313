package vn.cchc.survey.answer;

import java.util.UUID;

/**
 * Lets a token be new: it was not issued as an invitation, and is kept, as spent, with the first answer. Such a token counts
 * neither among those invited nor in the response rate.
 *
 * @param group the code that the token keeps, null for none: that of the answer if another system or a surveyor named it
 * @param openLink the open link that counts the answer, if its limits allow it; null for none
 */
public record Admission(String group, UUID openLink) {

    public Admission(String group) {
        this(group, null);
    }
}
