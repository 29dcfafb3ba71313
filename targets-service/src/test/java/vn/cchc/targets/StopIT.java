package vn.cchc.targets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
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
import vn.cchc.events.Event;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.EventFormat;

/** The packaged service is stopped, as an operator stops it, while it is reading. */
class StopIT {

    private static final int EVENTS = 1_000;
    /** At which no machine applies the whole flood while the service is being stopped. */
    private static final String SLOW = """
            create function slowly() returns trigger language plpgsql as $$ begin perform pg_sleep(0.02); return new; end $$;
            create trigger slowly before insert on unit for each row execute function slowly()""";
    private static final String APPLIED = "select count(*) from unit where code like 'FLOOD-%'";

    private final LocalStackTestResource stack = new LocalStackTestResource();
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
    void unprocessedEventsAreReceivedAgainAfterARestart() throws Exception {
        flood();

        stopWhileItReads();
        service = PackagedService.start(settings);
        await().atMost(120, SECONDS).until(() -> number(APPLIED) == EVENTS);
        service.stop();

        assertThat(deadLetters()).isZero();
    }

    private void stopWhileItReads() throws Exception {
        service = PackagedService.start(settings, "-Dmp.messaging.incoming.units.max.poll.records=100");
        await().atMost(60, SECONDS).until(() -> number("select count(*) from pg_tables where tablename = 'unit'") == 1);
        sql(SLOW);
        await().atMost(60, SECONDS).until(() -> number("select count(*) from inbox") > 0);
        service.stop();
        sql("drop function slowly cascade");
        assertThat(number(APPLIED)).isLessThan(EVENTS);
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
                List.of(), 1, null, List.of());
        var event = CloudEventBuilder.v1().withId(UUID.randomUUID().toString()).withSource(URI.create("/services/reporting"))
                .withType(Event.typeOf(unit.getClass())).withData("application/json", EventFormat.write(unit).getBytes(UTF_8))
                .build();
        return KafkaMessageFactory.<String> createWriter(unit.topic(), null, null, unit.key()).writeBinary(event);
    }

    private long number(String query) throws SQLException {
        try (Connection connection = connect(); ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void sql(String changes) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            statement.execute(changes);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(settings.get("quarkus.datasource.jdbc.url"), "targets_owner",
                settings.get("quarkus.flyway.password"));
    }

    private int deadLetters() {
        return KafkaTopics.read(kafka(), "cchc.targets.units.dead-letters").size();
    }

    private String kafka() {
        return settings.get("kafka.bootstrap.servers");
    }
}
