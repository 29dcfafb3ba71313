package vn.cchc.survey.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.UUID;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The key of one campaign: AES-256-GCM, with a random nonce before each ciphertext and the campaign as associated data. */
public final class CampaignKey {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private final byte[] campaign;

    private CampaignKey(SecretKey key, byte[] campaign) {
        this.key = key;
        this.campaign = campaign;
    }

    static CampaignKey random(UUID campaign) {
        return new CampaignKey(new SecretKeySpec(random(KEY_BYTES), "AES"), bytes(campaign));
    }

    static CampaignKey unwrap(byte[] wrapped, SecretKey master, UUID campaign) {
        byte[] key = new CampaignKey(master, bytes(campaign)).open(wrapped);
        return new CampaignKey(new SecretKeySpec(key, "AES"), bytes(campaign));
    }

    byte[] wrap(SecretKey master) {
        return new CampaignKey(master, campaign).seal(key.getEncoded());
    }

    /**
     * A value that only the holder of this key can compute: HMAC-SHA256 with a key for the purpose alone.
     *
     * @param purpose values of one purpose do not tell those of another
     */
    public byte[] derive(String purpose, String identifier) {
        return hmac(hmac(key.getEncoded(), purpose), identifier);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public byte[] seal(byte[] plain) {
        try {
            byte[] nonce = random(NONCE_BYTES);
            byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BITS / Byte.SIZE);
            cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws IllegalStateException if it was sealed with another key, or changed since */
    public byte[] open(byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, sealed).doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("an answer or a key was not sealed with this cchc.survey.answer-key", e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE_BYTES));
        cipher.updateAAD(campaign);
        return cipher;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits())
                .array();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
