package vn.cchc.survey.seal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

import javax.crypto.SecretKey;

import org.junit.jupiter.api.Test;

class CampaignKeyTest {

    private static final SecretKey MASTER = key("the local stack's answer key 1.0");
    private static final SecretKey OTHER = key("another key that has 32 bytes...");
    private static final byte[] ANSWER = { 1, 0, 2, 5, 4 };

    private final UUID campaign = UUID.randomUUID();
    private final CampaignKey key = CampaignKey.random(campaign);

    @Test
    void aWrappedKeyOpensWhatWasSealed() {
        CampaignKey unwrapped = CampaignKey.unwrap(key.wrap(MASTER), MASTER, campaign);

        assertThat(unwrapped.open(key.seal(ANSWER))).isEqualTo(ANSWER);
    }

    @Test
    void theSameAnswerIsSealedDifferentlyEachTime() {
        assertThat(key.seal(ANSWER)).isNotEqualTo(key.seal(ANSWER)).hasSameSizeAs(key.seal(ANSWER));
    }

    @Test
    void nothingElseOpensIt() {
        byte[] sealed = key.seal(ANSWER);
        byte[] wrapped = key.wrap(MASTER);
        byte[] changed = sealed.clone();
        changed[20] ^= 1;

        assertThatThrownBy(() -> key.open(changed)).hasMessageContaining("cchc.survey.answer-key");
        assertThatThrownBy(() -> CampaignKey.unwrap(wrapped, OTHER, campaign)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> CampaignKey.unwrap(wrapped, MASTER, UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyOfTheWrongLengthIsRefusedWithoutBeingNamed() {
        for (String wrong : new String[] { "c2hvcnQ=", "not*base64" }) {
            assertThat(AnswerKeyCheck.problem(() -> Optional.of(wrong), false))
                    .hasValue("cchc.survey.answer-key must be 32 bytes in Base64");
        }
    }

    @Test
    void theKeyOfTheSourcesIsRefusedInProduction() {
        assertThat(AnswerKeyCheck.problem(() -> Optional.of(text(MASTER)), true)).hasValueSatisfying(
                problem -> assertThat(problem).startsWith("cchc.survey.answer-key is the local stack's"));
        assertThat(AnswerKeyCheck.problem(() -> Optional.of(text(MASTER)), false)).isEmpty();
        assertThat(AnswerKeyCheck.problem(() -> Optional.of(text(OTHER)), true)).isEmpty();
        assertThat(AnswerKeyCheck.problem(Optional::empty, false)).hasValue("cchc.survey.answer-key is missing");
    }

    private static SecretKey key(String text) {
        return AnswerKey.parse(Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    }

    private static String text(SecretKey key) {
        return Base64.getEncoder().encodeToString(key.getEncoded());
    }
}
