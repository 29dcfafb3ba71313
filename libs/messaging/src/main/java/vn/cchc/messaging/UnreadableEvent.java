package vn.cchc.messaging;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;

/**
 * A message that is not the event that its topic is for. It says where it does not fit, never what stands there, which people
 * wrote: it is the reason of a dead letter, and goes to the log.
 */
class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(Class<?> type, JsonProcessingException misfit) {
        super("no " + type.getSimpleName() + ": " + place(misfit));
    }

    private static String place(JsonProcessingException misfit) {
        if (misfit instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return mapping.getPathReference();
        }
        return misfit.getLocation() == null ? "not JSON" : "byte " + misfit.getLocation().getByteOffset();
    }
}
