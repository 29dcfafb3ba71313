package vn.cchc.survey.answer;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import vn.cchc.house.Refusal;
import vn.cchc.survey.SurveyProblem;

/** That somebody may answer a campaign once. It knows the token only by its hash, and nothing of the answer. */
@Entity
class Invitation {

    @Id
    String tokenHash;
    UUID campaign;
    String groupCode;
    String receipt;

    protected Invitation() {
    }

    Invitation(InvitationToken token, UUID campaign, String group) {
        this.tokenHash = token.hash();
        this.campaign = campaign;
        this.groupCode = group;
    }

    String group() {
        return groupCode;
    }

    boolean isSpent() {
        return receipt != null;
    }

    void spend(String receipt) {
        this.receipt = receipt;
    }

    /** A submission that comes again is welcome, and is not counted again; another one is refused. */
    void mustHaveBeenSpentOn(String receipt) {
        if (!receipt.equals(this.receipt)) {
            throw new Refusal(SurveyProblem.INVITATION_SPENT);
        }
    }
}
