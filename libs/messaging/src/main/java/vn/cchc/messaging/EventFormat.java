package vn.cchc.messaging;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import vn.cchc.events.Event;

/** The JSON of events. It has its own mapper, so that the format on a topic is independent of a service's settings. */
public final class EventFormat {

    private static final JsonMapper JSON = JsonMapper.builder().addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            // Fields are only ever added; an older reader ignores unknown ones.
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private EventFormat() {
    }

    public static String write(Event event) {
        try {
            return JSON.writeValueAsString(event);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static <E extends Event> E read(byte[] data, Class<E> type) {
        try {
            return JSON.readValue(data, type);
        } catch (JsonProcessingException misfit) {
            throw new UnreadableEvent(type, misfit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
