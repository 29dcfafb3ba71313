package vn.cchc.rest.precondition;

import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The JSON of a resource and the entity tag of this version.
 *
 * @param tag entity tag; null if there is none
 */
public record Representation(byte[] json, String tag) {

    /** The same content of the same resource yields the same tag at every operation. */
    public static Representation of(Object shown, ObjectMapper json) {
        byte[] body = written(shown, json);
        return new Representation(body, shown instanceof Versioned versioned
                ? RevisionTag.of(versioned.revision(), body).toString()
                : '"' + Hash.of(body) + '"');
    }

    private static byte[] written(Object shown, ObjectMapper json) {
        try {
            return json.writeValueAsBytes(shown);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
