package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import jakarta.inject.Inject;

import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** The trace of a request in the log lines about its events. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class TraceTest {

    private final RecordedLines log = new RecordedLines();

    @Inject
    Outbox outbox;

    @BeforeEach
    void record() {
        Logger.getLogger("vn.cchc.messaging").addHandler(log);
    }

    @AfterEach
    void stop() {
        Logger.getLogger("vn.cchc.messaging").removeHandler(log);
    }

    @Test
    void theEventsOfABatchHaveTheTracesOfTheirRequests() {
        UnitResultAccepted first = accepted("CT02", firstHalf(2012), "VP", 1, 10);
        UnitResultAccepted second = accepted("CT02", firstHalf(2012), "KHTC", 1, 10);
        UnitResultAccepted without = accepted("CT02", firstHalf(2012), "TCCB", 1, 10);
        String firstTrace = trace();
        String secondTrace = trace();

        // One transaction, so that the relay sends them together.
        QuarkusTransaction.requiringNew().run(() -> {
            addInTrace(firstTrace, first);
            addInTrace(secondTrace, second);
            outbox.add(without);
        });

        assertThat(log.traceOf("Applied UnitResultAccepted " + first.key())).isEqualTo(firstTrace);
        assertThat(log.traceOf("Applied UnitResultAccepted " + second.key())).isEqualTo(secondTrace);
        assertThat(log.traceOf("Applied UnitResultAccepted " + without.key())).isNotIn(firstTrace, secondTrace);
    }

    @Test
    void aDeadLetterHasTheTraceOfTheRequest() {
        UnitResultAccepted event = accepted("CT97", firstHalf(2012), "VP", 1, 10);
        String trace = trace();

        QuarkusTransaction.requiringNew().run(() -> addInTrace(trace, event));

        assertThat(log.traceOf("becomes a dead letter: no indicator CT97")).isEqualTo(trace);
        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(headers(event).get("traceparent"))
                .startsWith("00-" + trace));
    }

    private static Map<String, String> headers(UnitResultAccepted event) {
        return given().auth().oauth2(Tokens.of("admin")).get("/api/v1/dead-letters?limit=200").then().statusCode(200).extract()
                .path("items.find { it.key == '%s' }?.headers".formatted(event.key()));
    }

    private void addInTrace(String trace, UnitResultAccepted event) {
        Span request = Span.wrap(SpanContext.createFromRemoteParent(trace, "00f067aa0ba902b7", TraceFlags.getDefault(),
                TraceState.getDefault()));
        Context.root().with(request).wrap(() -> outbox.add(event)).run();
    }

    private static String trace() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    private static final class RecordedLines extends Handler {

        private final Formatter text = new PatternFormatter("%X{traceId} %s");
        private final List<String> lines = new CopyOnWriteArrayList<>();

        /** The trace id of the line with this message, once it is there. */
        String traceOf(String message) {
            String line = await().atMost(30, SECONDS)
                    .until(() -> lines.stream().filter(each -> each.contains(message)).findFirst().orElse(null),
                            Objects::nonNull);
            return line.substring(0, line.indexOf(' '));
        }

        @Override
        public void publish(LogRecord line) {
            // The logging context is the thread's, so it is read here.
            lines.add(text.format(line));
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
