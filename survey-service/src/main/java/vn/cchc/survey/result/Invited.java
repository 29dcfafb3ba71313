package vn.cchc.survey.result;

import java.util.Collection;

/**
 * Those who were invited to a campaign. Answers of paper forms and open links are not among theirs.
 *
 * @param invitations single-use invitations that were issued
 * @param answered those of them that were answered
 */
public record Invited(long invitations, long answered) {

    static final Invited NOBODY = new Invited(0, 0);

    static Invited of(Collection<Response> strata) {
        return new Invited(strata.stream().mapToLong(Response::invited).sum(),
                strata.stream().mapToLong(Response::invitedAnswers).sum());
    }

    Proportion responseRate() {
        return new Proportion(answered, invitations);
    }
}
