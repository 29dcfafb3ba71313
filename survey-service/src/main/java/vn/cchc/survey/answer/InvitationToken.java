package vn.cchc.survey.answer;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Lets one person answer once (mã mời): 128 random bits that stand in a link or a QR code. */
record InvitationToken(String text) {

    private static final int BYTES = 16;

    static InvitationToken random(RandomGenerator chance) {
        byte[] bits = new byte[BYTES];
        chance.nextBytes(bits);
        return new InvitationToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
    }

    String hash() {
        return Sha256.of(text);
    }

    /** Whoever reads a log must not be able to answer. */
    @Override
    public String toString() {
        return "a token";
    }
}
