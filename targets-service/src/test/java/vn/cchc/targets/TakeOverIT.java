package vn.cchc.targets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import vn.cchc.local.LocalStackTestResource;

/** Two instances on one database: the one that publishes is suspended in the middle of a batch, and resumed. */
class TakeOverIT {

    private static final String TOPIC = "take-over";
    private static final int EVENTS = 20_000;

    /** More keys than a batch has events: a batch that is published twice repeats no key. */
    private static final int KEYS = 2_500;
    private static final int BATCH = 2_000;

    private static final String FILL = """
            insert into outbox (event_id, topic, key, type, data, occurred_at)
            select uuidv7(), ?, 'key-' || n %% %d, 'vn.cchc.Test', rpad(n::text, 500), now()
            from generate_series(?, ?) n""".formatted(KEYS);

    private static final String LEADER = """
            select application_name from pg_locks join pg_stat_activity using (pid)
            where locktype = 'advisory' and granted and objid = %d and datname = 'targets'""".formatted(0x0B0CL);

    private static final String WANTS_TO_LEAD = """
            select application_name from pg_stat_activity where query like 'select pg_try_advisory_lock(%%' and pid not in
            (select pid from pg_locks where locktype = 'advisory' and granted and objid = %d)""".formatted(0x0B0CL);

    private final Map<String, PackagedService> services = new HashMap<>();
    private Map<String, String> settings;

    @BeforeEach
    void startTwo() throws IOException {
        var stack = new LocalStackTestResource();
        stack.init(Map.of("database", "targets"));
        settings = stack.start();
        for (String name : List.of("one", "other")) {
            services.put(name, PackagedService.start(settings, "-Dcchc.relay.batch-size=" + BATCH,
                    "-Dcchc.relay.publish-timeout=2s",
                    "-Dquarkus.datasource.jdbc.url=" + database() + "?ApplicationName=" + name));
        }
    }

    @AfterEach
    void end() {
        services.values().forEach(PackagedService::close);
    }

    @Test
    void whoHangsInTheMiddleOfABatchSendsNothingOfItWhenItWakesUp() throws Exception {
        await().atMost(120, SECONDS).until(() -> names(LEADER).size() == 1 && names(WANTS_TO_LEAD).size() == 1);
        String first = names(LEADER).get(0);
        String second = names(WANTS_TO_LEAD).get(0);

        suspendWhilePublishing(services.get(first));
        await().atMost(20, SECONDS).until(() -> names(LEADER).equals(List.of(second)));
        await().atMost(30, SECONDS).until(this::isDrained);
        services.get(first).resume();
        await().atMost(20, SECONDS).until(() -> names(WANTS_TO_LEAD).equals(List.of(first)));
        services.get(second).stop();
        fill(EVENTS + 1, EVENTS + KEYS);
        await().atMost(30, SECONDS).until(this::isDrained);

        List<ConsumerRecord<String, byte[]>> published = KafkaTopics.read(kafka(), TOPIC);
        assertThat(outOfOrder(published)).isEmpty();
        assertThat(numbers(published)).hasSize(EVENTS + KEYS);
        assertThat(published).hasSizeLessThanOrEqualTo(EVENTS + KEYS + BATCH);
    }

    private void suspendWhilePublishing(PackagedService service) throws Exception {
        KafkaTopics.make(kafka(), TOPIC);
        try (var topic = KafkaTopics.watch(kafka(), TOPIC)) {
            fill(1, EVENTS);
            assertThat(topic.poll(Duration.ofSeconds(30))).isNotEmpty();
            service.suspend();
        }
    }

    private static List<String> outOfOrder(List<ConsumerRecord<String, byte[]>> published) {
        Map<String, Integer> last = new HashMap<>();
        List<String> found = new ArrayList<>();
        for (ConsumerRecord<String, byte[]> event : published) {
            Integer before = last.put(event.key(), number(event));
            if (before != null && before > number(event)) {
                found.add("%s: %d after %d".formatted(event.key(), number(event), before));
            }
        }
        return found;
    }

    private static Set<Integer> numbers(List<ConsumerRecord<String, byte[]>> published) {
        Set<Integer> numbers = new TreeSet<>();
        published.forEach(event -> numbers.add(number(event)));
        return numbers;
    }

    private static int number(ConsumerRecord<String, byte[]> event) {
        return Integer.parseInt(new String(event.value(), UTF_8).strip());
    }

    private void fill(int from, int to) throws SQLException {
        try (Connection connection = connect(); var fill = connection.prepareStatement(FILL)) {
            fill.setString(1, TOPIC);
            fill.setInt(2, from);
            fill.setInt(3, to);
            fill.executeUpdate();
        }
    }

    private boolean isDrained() throws SQLException {
        return names("select 'waits' from outbox limit 1").isEmpty();
    }

    private List<String> names(String query) throws SQLException {
        try (Connection connection = connect(); var row = connection.createStatement().executeQuery(query)) {
            List<String> names = new ArrayList<>();
            while (row.next()) {
                names.add(row.getString(1));
            }
            return names;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(database(), settings.get("quarkus.datasource.username"),
                settings.get("quarkus.datasource.password"));
    }

    private String database() {
        return settings.get("quarkus.datasource.jdbc.url");
    }

    private String kafka() {
        return settings.get("kafka.bootstrap.servers");
    }
}
