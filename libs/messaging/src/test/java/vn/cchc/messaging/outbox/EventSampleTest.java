package vn.cchc.messaging.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import vn.cchc.events.Event;

class EventSampleTest {

    private static final Path CONTRACTS = Path.of("../event-contracts/src/main");

    @Test
    void everyEventHasASample() throws IOException {
        List<String> events = names("java/vn/cchc/events", ".java", EventSampleTest::type).filter(Class::isRecord)
                .filter(Event.class::isAssignableFrom).map(Event::typeOf).toList();
        List<String> samples = names("resources/samples", ".json", EventSample::read)
                .map(sample -> sample.headers().get("ce_type")).toList();

        assertThat(samples).isNotEmpty().containsExactlyInAnyOrderElementsOf(events);
    }

    private static <T> Stream<T> names(String folder, String suffix, Function<String, T> parse) throws IOException {
        try (Stream<Path> files = Files.list(CONTRACTS.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(suffix))
                    .map(name -> parse.apply(name.substring(0, name.length() - suffix.length()))).toList().stream();
        }
    }

    @SuppressWarnings("unchecked")
    private static Class<? extends Event> type(String name) {
        try {
            return (Class<? extends Event>) Class.forName("vn.cchc.events." + name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
