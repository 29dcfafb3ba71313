package vn.cchc.messaging.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.inbox.ReceivedEvent;

/**
 * A golden sample: the message of an event as it is on its topic, with headers and data. The test of the producer
 * compares it to the byte ({@code -Dsamples=write} writes it), the tests of the consumers read it.
 */
public record EventSample(String topic, String key, Map<String, String> headers, String data) {

    private static final String DATA = "\n  \"data\": ";
    private static final String FOLDER = "samples/";
    private static final Path SOURCES = Path.of("../libs/event-contracts/src/main/resources");
    private static final String ID = "0199e2a4-5c00-7000-8000-00000000000e";
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2025-12-17T02:00:00Z");

    /** @param name of the sample, such as {@code unit-recorded} */
    public static EventSample read(String name) {
        try (InputStream file = EventSample.class.getResourceAsStream('/' + FOLDER + name + ".json")) {
            return parse(new String(file.readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EventSample parse(String file) throws IOException {
        JsonNode sample = new ObjectMapper().readTree(file);
        Map<String, String> headers = new TreeMap<>();
        sample.get("headers").properties().forEach(header -> headers.put(header.getKey(), header.getValue().textValue()));
        // Not from the tree, because the data are compared to the byte.
        String data = file.substring(file.indexOf(DATA) + DATA.length(), file.lastIndexOf('}')).strip();
        return new EventSample(sample.get("topic").textValue(), sample.get("key").textValue(), headers, data);
    }

    /** The event as a consumer reads it. */
    public <E extends Event> E event(Class<E> type) {
        var message = new ConsumerRecord<>(topic, 0, 0, key, data.getBytes(UTF_8));
        headers.forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
        return ReceivedEvent.of(message, type).event();
    }

    /** Requires that a service publishes the event exactly as in the sample. */
    public static void requireMatch(String name, String service, Event event) throws IOException {
        EventSample published = of(new OutboxRow(1, UUID.fromString(ID), event.topic(), event.key(),
                Event.typeOf(event.getClass()), EventFormat.write(event), TIME, null)
                .toMessage(URI.create("/services/" + service)));
        if ("write".equals(System.getProperty("samples"))) {
            Files.writeString(SOURCES.resolve(FOLDER + name + ".json"), published.toFile());
            return;
        }
        assertThat(published).isEqualTo(read(name));
    }

    private static EventSample of(ProducerRecord<String, byte[]> message) {
        Map<String, String> headers = new TreeMap<>();
        message.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new EventSample(message.topic(), message.key(), headers, new String(message.value(), UTF_8));
    }

    private String toFile() throws IOException {
        var json = new ObjectMapper();
        List<String> lines = new ArrayList<>();
        for (var header : headers.entrySet()) {
            lines.add("    " + json.writeValueAsString(header.getKey()) + ": " + json.writeValueAsString(header.getValue()));
        }
        return "{\n  \"topic\": " + json.writeValueAsString(topic) + ",\n  \"key\": " + json.writeValueAsString(key)
                + ",\n  \"headers\": {\n" + String.join(",\n", lines) + "\n  }," + DATA + data + "\n}\n";
    }
}
