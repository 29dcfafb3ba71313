package vn.cchc.rest.precondition;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * A resource as it is sent, and the entity tag of this version.
 *
 * @param body JSON, or an image
 * @param tag entity tag; null if there is none
 */
public record Representation(byte[] body, String tag) {

    /** The type of images, which have entity tags as JSON has. */
    public static final String SVG = "image/svg+xml";

    /** The same content of the same resource yields the same tag at every operation. */
    public static Representation of(Object shown, ObjectMapper json) {
        byte[] body = written(shown, json);
        return shown instanceof Versioned versioned
                ? new Representation(body, RevisionTag.of(versioned.revision(), body).toString())
                : of(body);
    }

    static Representation of(byte[] body) {
        return new Representation(body, '"' + Hash.of(body) + '"');
    }

    private static byte[] written(Object shown, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(shown);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
