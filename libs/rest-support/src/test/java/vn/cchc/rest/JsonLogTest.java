package vn.cchc.rest;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** The log lines of a container. */
@QuarkusTest
class JsonLogTest {

    private final FormattedLines log = new FormattedLines();

    @BeforeEach
    void record() {
        Logger.getLogger("vn.cchc").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("vn.cchc").removeHandler(log);
    }

    @Test
    void aLineHasTheIdsOfItsRequestAndNoPerson() {
        String trace = UUID.randomUUID().toString().replace("-", "");

        given().header("traceparent", "00-" + trace + "-00f067aa0ba902b7-00").header("X-Request-Id", "r-1")
                .header("X-Road-Id", "bus-1").header("X-Road-UserId", "VN0790123").contentType("application/json")
                .body("{\"name\": \"Nguyễn Văn A\"}").put("/api/v1/samples/" + new UUID(0, 1)).then().statusCode(500);

        String line = await().atMost(10, SECONDS)
                .until(() -> log.lines.stream().filter(each -> each.contains("Unexpected error")).findFirst().orElse(""),
                        each -> !each.isEmpty());
        JsonPath json = new JsonPath(line);
        assertThat(json.getMap("")).containsEntry("log.level", "ERROR")
                .containsKeys("@timestamp", "log.logger", "service.name", "error.stack_trace")
                .doesNotContainKeys("host.hostname", "process.pid");
        assertThat(json.getMap("mdc")).containsEntry("traceId", trace).containsEntry("X-Request-Id", "r-1")
                .containsEntry("X-Road-Id", "bus-1");
        assertThat(line).doesNotContain("VN0790123", "Nguyễn").doesNotContain("\n{");
    }

    private static final class FormattedLines extends Handler {

        private final Formatter format = console(Logger.getLogger("").getHandlers()).findFirst().orElseThrow().getFormatter();
        private final List<String> lines = new CopyOnWriteArrayList<>();

        /** The handler of the console, which Quarkus keeps inside another one. */
        private static Stream<ConsoleHandler> console(Handler... handlers) {
            return Stream.of(handlers).flatMap(handler -> handler instanceof ConsoleHandler found ? Stream.of(found)
                    : handler instanceof ExtHandler outer ? console(outer.getHandlers()) : Stream.empty());
        }

        @Override
        public void publish(LogRecord line) {
            lines.add(format.format(line));
        }

        @Override
        public void flush() {
            // Nothing is buffered.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
