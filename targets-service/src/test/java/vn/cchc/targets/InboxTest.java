package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;

import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.Event;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;

/** Consumption of events: each is applied once, and one that cannot be applied becomes a dead letter. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class InboxTest {

    private static final String DEAD_LETTERS = "cchc.targets.unit-results.dead-letters";

    @Inject
    EntityManager database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @ConfigProperty(name = "quarkus.flyway.password")
    String ownersPassword;

    @Test
    void anEventThatIsDeliveredTwiceIsAppliedOnce() {
        var twice = event(accepted("CT02", firstHalf(2016), "VP", 1, 10));

        send(List.of(twice, twice, event(accepted("CT02", firstHalf(2016), "KHTC", 1, 10)), twice,
                event(accepted("CT02", firstHalf(2016), "CNTT", 1, 10))));

        await().atMost(20, SECONDS).until(() -> unitsOf("CT02", "2016H1").size() == 3);
        assertThat(unitsOf("CT02", "2016H1")).containsExactlyInAnyOrder("VP", "KHTC", "CNTT");
    }

    @Test
    void eventsOfAnAbortedTransactionAreNotRead() {
        var settings = Map.<String, Object> of("bootstrap.servers", kafka, "transactional.id", "cchc-reporting-relay");
        try (var relay = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            relay.initTransactions();
            relay.beginTransaction();
            relay.send(inFirstPartition(event(accepted("CT03.1", firstHalf(2016), "VP", 1, 10))));
            relay.flush();
            relay.abortTransaction();
        }

        send(List.of(inFirstPartition(event(accepted("CT03.1", firstHalf(2016), "KHTC", 1, 10)))));

        await().atMost(20, SECONDS).until(() -> unitsOf("CT03.1", "2016H1").contains("KHTC"));
        assertThat(unitsOf("CT03.1", "2016H1")).containsExactly("KHTC");
    }

    @Test
    void malformedAndInapplicableEventsBecomeDeadLettersAndTheOthersAreApplied() {
        String malformed = UUID.randomUUID().toString();
        var inapplicable = accepted("CT99", firstHalf(2016), "VP", 1, 10);
        List<ProducerRecord<String, byte[]>> valid = IntStream.range(0, 40)
                .mapToObj(number -> event(accepted("CT06", firstHalf(2016), "UNIT-" + number, 1, 10))).toList();

        List<ProducerRecord<String, byte[]>> all = new ArrayList<>(valid);
        all.add(20, event(inapplicable));
        all.add(20, new ProducerRecord<>(inapplicable.topic(), valid.get(20).key(), malformed.getBytes(UTF_8)));
        send(all);

        await().atMost(20, SECONDS).until(() -> unitsOf("CT06", "2016H1").size() == 40);
        await().atMost(20, SECONDS).until(() -> deadLetters().size() >= 2);
        ConsumerRecord<String, byte[]> malformedLetter = deadLetters().stream()
                .filter(letter -> malformed.equals(new String(letter.value(), UTF_8))).findFirst().orElseThrow();
        ConsumerRecord<String, byte[]> inapplicableLetter = deadLetters().stream()
                .filter(letter -> inapplicable.key().equals(letter.key()))
                .findFirst().orElseThrow();
        assertThat(header(malformedLetter, "dead-letter-topic")).isEqualTo(inapplicable.topic());
        assertThat(header(inapplicableLetter, "dead-letter-reason")).isNotBlank().doesNotContain("\tat ");
        assertThat(header(inapplicableLetter, "ce_id")).isNotBlank();
    }

    @Test
    void aMalformedMessageOfTheLargestSizeBecomesADeadLetter() {
        byte[] large = new byte[1_048_400];
        var following = accepted("CT03.2", firstHalf(2016), "VP", 1, 10);

        send(List.of(new ProducerRecord<>(following.topic(), 0, "LARGE", large), inFirstPartition(event(following))));

        await().atMost(20, SECONDS).until(() -> unitsOf("CT03.2", "2016H1").contains("VP"));
        await().atMost(20, SECONDS)
                .until(() -> deadLetters().stream().anyMatch(letter -> letter.value().length == large.length));
    }

    @Test
    void anEventThatViolatesAConstraintBecomesADeadLetterWithTheReason() {
        var nameless = new UnitRecorded("NAMELESS", null, null, "SCHOOL", null, null, null, List.of(), 1, null, List.of());

        send(List.of(event(nameless)));

        String topic = "cchc.targets.units.dead-letters";
        await().atMost(20, SECONDS).until(() -> KafkaTopics.exists(kafka, topic)
                && KafkaTopics.read(kafka, topic).stream().anyMatch(letter -> "NAMELESS".equals(letter.key())));
        var letter = KafkaTopics.read(kafka, topic).stream().filter(each -> "NAMELESS".equals(each.key())).findFirst()
                .orElseThrow();
        assertThat(header(letter, "dead-letter-reason")).contains("name").doesNotContain("ARJUNA");
    }

    @Test
    void eventsWaitWhileTheDatabaseIsReadOnly() throws Exception {
        var event = accepted("CT05.3", firstHalf(2016), "VP", 1, 10);
        try (Connection owner = DriverManager.getConnection(url, "targets_owner", ownersPassword);
                Statement change = owner.createStatement()) {
            change.execute("set default_transaction_read_only = off");
            change.execute("alter database targets set default_transaction_read_only = on");
            terminateSessions();
            send(List.of(event(event)));
            given().auth().oauth2(Tokens.of("planner")).header("Idempotency-Key", UUID.randomUUID().toString())
                    .contentType("application/json").body(Map.of("indicator", "CT11", "unit", "VP")).post("/api/v1/assignments")
                    .then().statusCode(503).header("Retry-After", notNullValue()).body("code", equalTo("unavailable"));

            change.execute("alter database targets reset default_transaction_read_only");
            terminateSessions();
        }

        await().atMost(30, SECONDS).ignoreExceptions().until(() -> unitsOf("CT05.3", "2016H1").contains("VP"));
        assertThat(deadLetters()).noneMatch(letter -> event.key().equals(letter.key()));
    }

    private void terminateSessions() throws SQLException {
        try (Connection session = DriverManager.getConnection(url, "targets", password);
                Statement end = session.createStatement()) {
            end.execute("""
                    select pg_terminate_backend(pid) from pg_stat_activity
                    where usename = current_user and datname = current_database() and pid <> pg_backend_pid()""");
        }
    }

    @SuppressWarnings("unchecked")
    private List<String> unitsOf(String indicator, String period) {
        return QuarkusTransaction.requiringNew().call(() -> database
                .createNativeQuery("select unit from unit_result_version where indicator = :indicator and period = :period")
                .setParameter("indicator", indicator).setParameter("period", period).getResultList());
    }

    private static ProducerRecord<String, byte[]> event(Event event) {
        var envelope = CloudEventBuilder.v1().withId(UUID.randomUUID().toString())
                .withSource(URI.create("/services/reporting")).withType(Event.typeOf(event.getClass()))
                .withData("application/json", EventFormat.write(event).getBytes(UTF_8)).build();
        return KafkaMessageFactory.<String> createWriter(event.topic(), null, null, event.key()).writeBinary(envelope);
    }

    /** Events of one partition are read in the order in which they were sent. */
    private static ProducerRecord<String, byte[]> inFirstPartition(ProducerRecord<String, byte[]> event) {
        return new ProducerRecord<>(event.topic(), 0, event.key(), event.value(), event.headers());
    }

    private void send(List<ProducerRecord<String, byte[]>> messages) {
        try (var producer = new KafkaProducer<>(Map.<String, Object> of("bootstrap.servers", kafka), new StringSerializer(),
                new ByteArraySerializer())) {
            messages.forEach(producer::send);
        }
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters() {
        return KafkaTopics.read(kafka, DEAD_LETTERS);
    }

    private static String header(ConsumerRecord<String, byte[]> message, String name) {
        return new String(message.headers().lastHeader(name).value(), UTF_8);
    }
}
