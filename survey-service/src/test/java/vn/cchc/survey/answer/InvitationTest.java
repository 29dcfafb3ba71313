package vn.cchc.survey.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import vn.cchc.house.Refusal;

class InvitationTest {

    private final InvitationToken token = InvitationToken.random(new SecureRandom());
    private final Invitation invitation = new Invitation(token, new UUID(0, 1), null);

    @Test
    void aTokenIs128BitsThatFitAnAddressAndAreNotLogged() {
        assertThat(token.text()).matches("[A-Za-z0-9_-]{22}");
        assertThat(token.toString()).doesNotContain(token.text());
    }

    @Test
    void onlyTheHashOfTheTokenIsKept() {
        assertThat(invitation.tokenHash).hasSize(64).isEqualTo(token.hash()).doesNotContain(token.text());
    }

    @Test
    void theSameSubmissionIsKnownAgainInAnyOrderOfItsAnswers() {
        Map<String, Integer> otherOrder = new LinkedHashMap<>();
        otherOrder.put("OVERALL", 5);
        otherOrder.put("ACCESS-1", 4);

        invitation.spend(answer(Map.of("ACCESS-1", 4, "OVERALL", 5), null).receipt());

        assertThatCode(() -> invitation.mustHaveBeenSpentOn(answer(otherOrder, null).receipt())).doesNotThrowAnyException();
    }

    @Test
    void anotherAnswerOrAnotherGroupIsAnotherSubmission() {
        invitation.spend(answer(Map.of("OVERALL", 5), null).receipt());

        assertThatThrownBy(() -> invitation.mustHaveBeenSpentOn(answer(Map.of("OVERALL", 4), null).receipt()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> invitation.mustHaveBeenSpentOn(answer(Map.of("OVERALL", 5), "PRIMARY-PARENTS").receipt()))
                .isInstanceOf(Refusal.class);
    }

    private NewAnswer answer(Map<String, Integer> answers, String group) {
        return new NewAnswer(token.text(), answers, group);
    }
}
