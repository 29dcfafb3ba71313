package vn.cchc.survey.result;

import jakarta.persistence.Embeddable;

/**
 * How many of those who were invited to a stratum have answered.
 *
 * @param stratum code of the stratum; empty for invitations without a stratum
 * @param answered all answers whose token names the stratum, also those of paper forms
 * @param invitedAnswers those of people who were invited
 */
@Embeddable
public record Response(String stratum, long invited, long answered, long invitedAnswers) {

    /** Those of paper forms and of other people who were not invited. */
    long uninvitedAnswers() {
        return answered - invitedAnswers;
    }

    /** Whether so few were invited that their number of answers would show who gave one. */
    boolean isOfFew(int suppressBelow) {
        return invited > 0 && invited < suppressBelow && answered < suppressBelow;
    }
}
