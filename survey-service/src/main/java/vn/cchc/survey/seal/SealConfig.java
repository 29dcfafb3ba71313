package vn.cchc.survey.seal;

import java.util.Base64;
import java.util.Optional;

import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.spi.Converter;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;

@ConfigMapping(prefix = "cchc.survey")
interface SealConfig {

    /**
     * The key that wraps the key of each open campaign: 32 random bytes in Base64. Without it their answers cannot be counted.
     */
    @WithConverter(AesKey.class)
    Optional<SecretKey> answerKey();

    // MicroProfile makes every converter serializable.
    @SuppressWarnings("serial")
    class AesKey implements Converter<SecretKey> {

        private static final int BYTES = 32;

        @Override
        public SecretKey convert(String text) {
            byte[] key = decode(text.strip());
            if (key.length != BYTES) {
                throw new IllegalArgumentException("must be " + BYTES + " bytes in Base64");
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
}
