package vn.cchc.survey.seal;

import java.util.Base64;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key of the settings. */
final class AnswerKey {

    static final String SETTING = "cchc.survey.answer-key";

    private static final int BYTES = 32;

    private AnswerKey() {
    }

    /** The message of a refusal does not repeat the text. */
    static SecretKey parse(String text) {
        byte[] key = decode(text.strip());
        if (key.length != BYTES) {
            throw new IllegalArgumentException(SETTING + " must be " + BYTES + " bytes in Base64");
        }
        return new SecretKeySpec(key, "AES");
    }

    // The decoder's own message repeats a character of the key.
    private static byte[] decode(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
