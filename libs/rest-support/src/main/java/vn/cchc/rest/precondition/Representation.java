package vn.cchc.rest.precondition;

import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The JSON of a resource and the entity tag of this version.
 *
 * @param tag entity tag; null if there is none
 */
public record Representation(byte[] json, String tag) {

    private static final int BYTES_OF_HASH = 16;
    private static final Pattern REVISED = Pattern.compile("\"([0-9]{1,18})-.*");

    /** The same content yields the same tag at every operation. */
    public static Representation of(Object shown, ObjectMapper json) {
        byte[] body = written(shown, json);
        String revision = shown instanceof Versioned revised ? revised.revision() + "-" : "";
        return new Representation(body, '"' + revision + hash(body) + '"');
    }

    /** The revision in the tag of a {@link Versioned} resource. */
    static OptionalLong revision(String tag) {
        Matcher revised = REVISED.matcher(tag);
        return revised.matches() ? OptionalLong.of(Long.parseLong(revised.group(1))) : OptionalLong.empty();
    }

    private static byte[] written(Object shown, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(shown);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES_OF_HASH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
