package vn.cchc.survey.invitation;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.UUID;

import org.junit.jupiter.api.Test;

class InvitationTest {

    private final InvitationToken token = InvitationToken.random(new SecureRandom());
    private final Invitation invitation = new Invitation(token, new UUID(0, 1), null);

    @Test
    void aTokenIs128BitsSafeForUrlsAndIsNotLogged() {
        assertThat(token.text()).matches("[A-Za-z0-9_-]{22}");
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void onlyTheHashOfTheTokenIsStored() {
        assertThat(invitation.tokenHash).hasSize(64).isEqualTo(token.hash()).doesNotContain(token.text());
    }
}
