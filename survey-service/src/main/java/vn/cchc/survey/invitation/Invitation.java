package vn.cchc.survey.invitation;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/**
 * The permission to answer a campaign once. It holds the hash of its token, and of the answer only that there is one: anything
 * else stored for recognizing a retry would let the holder of the token try out what was answered.
 */
@Entity
@IdClass(Invitation.Key.class)
public class Invitation {

    record Key(UUID campaign, String tokenHash) {
    }

    @Id
    UUID campaign;
    @Id
    String tokenHash;
    String groupCode;
    boolean spent;

    protected Invitation() {
    }

    Invitation(InvitationToken token, UUID campaign, String group) {
        this.tokenHash = token.hash();
        this.campaign = campaign;
        this.groupCode = group;
    }
}
