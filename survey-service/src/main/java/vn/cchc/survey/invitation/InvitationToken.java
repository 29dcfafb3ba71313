package vn.cchc.survey.invitation;

import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

import vn.cchc.survey.seal.CampaignKey;

/** Single-use token of an invitation (mã mời): 128 random bits, for a link or a QR code. */
public record InvitationToken(String text) {

    private static final int BYTES = 16;

    /** Always the same for one reference, so that what it stands for is rated once. */
    public static InvitationToken of(ReferenceNumber reference, CampaignKey key) {
        byte[] derived = key.derive(reference.source().name(), reference.text());
        return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(derived, BYTES)));
    }

    public static InvitationToken random(RandomGenerator random) {
        byte[] bits = new byte[BYTES];
        random.nextBytes(bits);
        return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    public String hash() {
        return Sha256.of(text);
    }

    /** Without the token, which must not appear in a log. */
    @Override
    public String toString() {
        return "a token";
    }
}
