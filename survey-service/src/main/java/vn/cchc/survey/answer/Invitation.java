package vn.cchc.survey.answer;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/**
 * That somebody may answer a campaign once. It knows the token only by its hash, and of the answer nothing but that there is
 * one: whatever else it kept to know a retry by, it would let who holds the token try out what was answered.
 */
@Entity
class Invitation {

    @Id
    String tokenHash;
    UUID campaign;
    String groupCode;
    boolean spent;

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
        return spent;
    }

    void spend() {
        spent = true;
    }
}
