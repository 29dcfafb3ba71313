package vn.cchc.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/**
 * Thrown when a message is not an event of the topic's type. The message of this exception is the reason of a dead
 * letter and goes to the log, so it names the place of the error and never the content.
 */
public class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(Class<?> type, JsonProcessingException misfit) {
        this(type, place(misfit));
    }

    public UnreadableEvent(Class<?> type, String reason) {
        super("no " + type.getSimpleName() + ": " + reason);
    }

    private static String place(JsonProcessingException misfit) {
        if (misfit instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPathReference();
        }
        return misfit.getLocation() == null ? "not JSON" : "byte " + misfit.getLocation().getByteOffset();
    }
}
