package vn.cchc.targets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import vn.cchc.events.EventFormat;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.StackForTests;

/** The packaged service is stopped, as an operator stops it, while it is reading. */
class StopIT {

    private static final int EVENTS = 3_000;

    private final StackForTests stack = new StackForTests();
    private Map<String, String> settings;
    private PackagedService service;

    @BeforeEach
    void startTheStack() {
        stack.init(Map.of("database", "targets"));
        settings = stack.start();
    }

    @AfterEach
    void endTheService() {
        service.close();
    }

    @Test
    void whatWasBeingReadComesAgainAfterTheStartAndIsNoDeadLetter() throws Exception {
        flood();

        for (int stops = 1; stops <= 2; stops++) {
            runUntilApplied(applied() + 1);
        }
        int appliedBeforeTheLastStart = applied();
        runUntilApplied(EVENTS);

        assertThat(appliedBeforeTheLastStart).isLessThan(EVENTS);
        assertThat(applied()).isEqualTo(EVENTS);
        assertThat(deadLetters()).isZero();
    }

    private void flood() {
        // One request at a time: on a topic that is just made, a second one may be taken before the first, which then never is.
        Map<String, Object> producing = Map.of("bootstrap.servers", kafka(), "max.in.flight.requests.per.connection", 1);
        try (var producer = new KafkaProducer<>(producing, new StringSerializer(), new ByteArraySerializer())) {
            IntStream.range(0, EVENTS).mapToObj(StopIT::recorded).forEach(producer::send);
        }
    }

    private static ProducerRecord<String, byte[]> recorded(int number) {
        var unit = new UnitRecorded("FLOOD-" + number, "Trường " + number, "School " + number, "SCHOOL", null, null, null,
                List.of(), 1);
        var event = CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withSource(URI.create("/services/reporting"))
                .withType(unit.type()).withData("application/json", EventFormat.write(unit).getBytes(UTF_8)).build();
        return KafkaMessageFactory.<String> createWriter(unit.topic(), null, null, unit.key()).writeBinary(event);
    }

    private void runUntilApplied(int wanted) throws IOException {
        service = PackagedService.start(settings);
        await().pollInterval(20, MILLISECONDS).atMost(120, SECONDS).until(() -> applied() >= wanted);
        service.stop();
    }

    private int applied() throws SQLException {
        try (var connection = DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), "targets_owner",
                settings.get("quarkus.flyway.password"));
                var count = connection.createStatement()
                        .executeQuery(connection.getMetaData().getTables(null, "public", "unit", null).next()
                                ? "select count(*) from unit where code like 'FLOOD-%'"
                                : "select 0")) {
            count.next();
            return count.getInt(1);
        }
    }

    private int deadLetters() {
        return Topics.read(kafka(), "cchc.targets.units.dead-letters").size();
    }

    private String kafka() {
        return settings.get("kafka.bootstrap.servers");
    }
}
