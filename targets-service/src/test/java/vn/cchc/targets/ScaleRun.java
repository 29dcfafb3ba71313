package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultEvent;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.result.AcceptedFixture;

/**
 * Three copies of the plan with 10, 1,000 and 50,000 units: what the scoreboard costs, by turns, and how many accepted figures
 * are applied in a second from a topic that was filled before, against a COPY of the same rows. The assignments are inserted by
 * SQL, because the event of an indicator with more than 14,500 units is refused.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ScaleRun {

    private static final Map<String, Integer> SIZES = sizes();
    private static final String MANY = "SC";
    private static final int YEAR = 2025;
    private static final int TIMES = Integer.getInteger("cchc.times", 200);
    private static final List<String> APPLIED = List.of("01.1", "03.1");
    private static final String SCOREBOARD = "/api/v1/scoreboard?plan=KH-%s&year=" + YEAR;
    private static final String UNCHANGED = "select 1";
    private static final String CHANGED = "update milestone set year = year where year = " + YEAR;
    private static final double MOST = 1.3;
    private static final double LEAST = 2_000;

    @Inject
    Outbox outbox;
    @TestHTTPResource
    URI service;
    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;
    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;
    @ConfigProperty(name = "quarkus.datasource.password")
    String password;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    private final HttpClient client = HttpClient.newHttpClient();

    private static Map<String, Integer> sizes() {
        Map<String, Integer> sizes = new LinkedHashMap<>();
        sizes.put("SA", 10);
        sizes.put("SB", 1_000);
        sizes.put(MANY, Integer.getInteger("cchc.units", 50_000));
        return sizes;
    }

    @Test
    void theScoreboardCostsTheSameWhateverTheUnitsAndFiguresAreApplied() throws Exception {
        for (String plan : SIZES.keySet()) {
            register(plan);
        }
        insertUnits();
        long begin = System.nanoTime();
        awaitCounted();
        say("the year of three plans counted in %.0f s", (System.nanoTime() - begin) / 1e9);
        say("%d groups of %,d units, %d of 10", count("select count(*) from unit_group where regime = 'SC' and year = " + YEAR),
                SIZES.get(MANY), count("select count(*) from unit_group where regime = 'SA' and year = " + YEAR));

        readByTurns("scoreboard as it was sent before", SCOREBOARD, UNCHANGED);
        double ratio = readByTurns("scoreboard after a change", SCOREBOARD, CHANGED);
        readByTurns("assessment", "/api/v1/indicators/%s04/assessment?year=" + YEAR, UNCHANGED);
        double perSecond = applyFigures();
        countAnew();
        readThePast();
        readWithoutGroups();
        assertThat(ratio).isLessThanOrEqualTo(MOST);
        assertThat(perSecond).isGreaterThanOrEqualTo(LEAST);
    }

    /** Nothing is counted meanwhile, and the versions of the assignments are written at once. */
    private void insertUnits() throws SQLException {
        try (Connection noCount = connect()) {
            noCount.setAutoCommit(false);
            noCount.createStatement().execute("select pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0))");
            sql("alter table assignment disable trigger assignment_version");
            for (String plan : SIZES.keySet()) {
                for (String statement : rows(plan, SIZES.get(plan))) {
                    sql(statement);
                }
            }
            sql("alter table assignment enable trigger assignment_version");
            sql("""
                    insert into assignment_version (recorded_at, deleted, id, indicator, unit, lead, version)
                    select '2025-01-01', false, id, indicator, unit, lead, version from assignment where unit like 'S_-%'""");
            // Only one year is read and written.
            sql("""
                    insert into grouped_year (regime, year, first_day, last_day)
                    select regime, y, make_date(y, 1, 1), make_date(y, 12, 31) from plan, generate_series(year_from, year_to) y
                    where y <> 2025 and regime like 'S_'""");
            sql("vacuum analyze");
            noCount.rollback();
        }
    }

    /** @param change runs before each call; what it takes is not counted */
    private double readByTurns(String what, String path, String change) throws Exception {
        Map<String, List<Double>> took = new LinkedHashMap<>();
        Map<String, Integer> bytes = new LinkedHashMap<>();
        for (int i = -50; i < TIMES; i++) {
            for (String plan : SIZES.keySet()) {
                sql(change);
                long begin = System.nanoTime();
                String body = body(path.formatted(plan));
                if (i >= 0) {
                    took.computeIfAbsent(plan, any -> new ArrayList<>()).add((System.nanoTime() - begin) / 1e6);
                    bytes.put(plan, body.getBytes(UTF_8).length);
                }
            }
        }
        SIZES.forEach(
                (plan, units) -> say("%s of %,d units, %d calls by turns: p50 %.2f ms, p95 %.2f ms, %,d bytes", what, units,
                        TIMES, quantile(took.get(plan), 0.5), quantile(took.get(plan), 0.95), bytes.get(plan)));
        double p50 = quantile(took.get(MANY), 0.5) / quantile(took.get("SA"), 0.5);
        double p95 = quantile(took.get(MANY), 0.95) / quantile(took.get("SA"), 0.95);
        say("%s: %,d units against 10: p50 %.2f times, p95 %.2f times", what, SIZES.get(MANY), p50, p95);
        return Math.max(p50, p95);
    }

    /** While a range of units is counted, a change waits. */
    private void countAnew() throws SQLException {
        sql("delete from grouped_year where regime = '%s' and year = %d".formatted(MANY, YEAR));
        long begin = System.nanoTime();
        List<Double> waits = new ArrayList<>();
        try (Connection change = connect()) {
            await().atMost(Duration.ofMinutes(5)).pollInterval(Duration.ofMillis(50)).until(() -> {
                long wait = System.nanoTime();
                count(change,
                        "select 1 from (select pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0))) as locked");
                waits.add((System.nanoTime() - wait) / 1e9);
                return count(change, "select count(*) from grouped_year where regime = '%s' and year = %d and counted_to = '~'"
                        .formatted(MANY, YEAR)) == 1;
            });
        }
        say("the year of %,d units counted anew in %.1f s, in which a change waits %.1f s at most", SIZES.get(MANY),
                (System.nanoTime() - begin) / 1e9, Collections.max(waits));
    }

    private void readWithoutGroups() throws Exception {
        try (Connection noCount = connect()) {
            noCount.setAutoCommit(false);
            noCount.createStatement().execute("select pg_advisory_xact_lock_shared(hashtextextended('unit_group', 0))");
            String maintained = scoreboard(MANY, "");
            sql("delete from grouped_year");
            long begin = System.nanoTime();
            assertThat(scoreboard(MANY, "")).isEqualTo(maintained);
            say("scoreboard of %,d units, counted when it is read: %.0f ms", SIZES.get(MANY),
                    (System.nanoTime() - begin) / 1e6);
            noCount.rollback();
        }
    }

    private void readThePast() throws IOException, InterruptedException {
        String moment = Instant.now().minusSeconds(1).toString();
        for (String plan : SIZES.keySet()) {
            long begin = System.nanoTime();
            int status = read(SCOREBOARD.formatted(plan) + "&asOf=" + moment).statusCode();
            say("scoreboard of %,d units with asOf: %d after %.1f s", SIZES.get(plan), status,
                    (System.nanoTime() - begin) / 1e9);
        }
    }

    private double applyFigures() throws Exception {
        List<UnitResultEvent> events = new ArrayList<>();
        int units = SIZES.get(MANY);
        for (int unit = 1; unit <= units; unit++) {
            for (String indicator : APPLIED) {
                events.add(figure(MANY + indicator, unit(MANY, unit), unit % 50, 50 + unit % 7));
            }
        }
        // Only the added rows are counted, and in one connection: a poll must not take the processor from what is measured.
        long last = count("select max(id) from unit_result_version");
        String added = "select count(*) from unit_result_version where id > " + last;
        double took;
        try (Connection hold = connect()) {
            hold.setAutoCommit(false);
            hold.createStatement().execute("select pg_advisory_xact_lock(hashtextextended('unit_group', 0))");
            fill(events);
            long begin = System.nanoTime();
            hold.rollback();
            await().atMost(Duration.ofMinutes(20)).pollInterval(Duration.ofMillis(200))
                    .until(() -> count(hold, added) == events.size());
            took = (System.nanoTime() - begin) / 1e9;
        }
        double copied = copy(last);
        say("%,d accepted figures applied from the topic in %.1f s: %,.0f a second; COPY of the same rows %,.0f a second: %.1f times",
                events.size(), took, events.size() / took, events.size() / copied, took / copied);
        awaitCounted();
        Map<String, Object> row = given().auth().oauth2(Tokens.of("viewer"))
                .get("/api/v1/scoreboard?plan=KH-" + MANY + "&year=" + YEAR).jsonPath()
                .getMap("indicators.find { it.code == '" + MANY + "03.1' }.result");
        assertThat(row.get("units")).isEqualTo(units);
        assertThat(((Number) row.get("numerator")).longValue()).isEqualTo(events.stream()
                .filter(event -> event.indicator().endsWith("03.1"))
                .mapToLong(event -> ((UnitResultAccepted) event).numerator()).sum());
        return events.size() / took;
    }

    /** Before the consumer is let go. */
    private void fill(List<UnitResultEvent> events) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "linger.ms", 50, "batch.size", 200_000);
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            for (UnitResultEvent event : events) {
                var message = new ProducerRecord<>(event.topic(), event.key(), EventFormat.write(event).getBytes(UTF_8));
                Map.of("ce_specversion", "1.0", "ce_id", UUID.randomUUID().toString(), "ce_source", "/services/reporting",
                        "ce_type",
                        Event.typeOf(event.getClass()), "ce_time", Instant.now().toString(), "content-type", "application/json")
                        .forEach((name, value) -> message.headers().add(name, value.getBytes(UTF_8)));
                producer.send(message);
            }
        }
    }

    /** The seconds of a COPY of the rows that were added, into a table with the same indexes. */
    private double copy(long last) throws SQLException, IOException {
        sql("create table copied (like unit_result_version including all)");
        try (Connection connection = connect()) {
            CopyManager copies = new CopyManager(connection.unwrap(BaseConnection.class));
            StringWriter rows = new StringWriter();
            copies.copyOut("copy (select * from unit_result_version where id > %d order by id) to stdout".formatted(last),
                    rows);
            long begin = System.nanoTime();
            copies.copyIn("copy copied from stdin", new StringReader(rows.toString()));
            return (System.nanoTime() - begin) / 1e9;
        } finally {
            sql("drop table copied");
        }
    }

    private static UnitResultAccepted figure(String indicator, String unit, long numerator, long denominator) {
        UnitResultAccepted of = AcceptedFixture.accepted(indicator, AcceptedFixture.year(YEAR), unit, numerator, denominator);
        return new UnitResultAccepted(of.indicator(), "KH-" + MANY, of.period(), of.unit(), of.numerator(), of.denominator(),
                null,
                null, of.report(), 1, MANY, of.submittedBy(), of.submittedAt(), of.acceptedBy(), of.acceptedAt(), null,
                List.of());
    }

    private void register(String plan) throws Exception {
        publish(Stream.of("VP", "KHTC", "CNTT", "TCCB", "TTR")
                .map(unit -> new UnitRecorded(unit, unit, unit, "OFFICE", "SGDDT", null,
                        null, List.of(), 1, null, List.of()))
                .toArray(Event[]::new));
        String document;
        try (InputStream file = ScaleRun.class.getResourceAsStream("/plan/KH-SGDDT-2022.json")) {
            document = new String(file.readAllBytes(), UTF_8).replace("\"CT", "\"" + plan)
                    .replace("KH-SGDDT-2022", "KH-" + plan)
                    .replace("\"regime\" : \"CCHC\"", "\"regime\": \"" + plan + "\"")
                    .replace("\"regime\": \"CCHC\"", "\"regime\": \"" + plan + "\"");
        }
        await().atMost(60, SECONDS).until(() -> given().auth().oauth2(Tokens.of("planner")).contentType("application/json")
                .body(document).post("/api/v1/plans").statusCode() == 201);
        publish(Stream
                .of(period(plan, "H1", LocalDate.of(YEAR, 6, 14), false), period(plan, "", LocalDate.of(YEAR, 12, 14), true))
                .toArray(Event[]::new));
        await().atMost(60, SECONDS).until(() -> count("select count(*) from period where regime = '" + plan + "'") == 2);
    }

    private static PeriodDefined period(String plan, String suffix, LocalDate to, boolean annual) {
        LocalDate from = LocalDate.of(YEAR - 1, 12, 15);
        return new PeriodDefined(plan, YEAR + suffix, YEAR, from, to, from, LocalDate.of(YEAR, 12, 14), annual, to.plusDays(2),
                to.plusDays(4), to.plusDays(6), false, 1);
    }

    /** A tenth of the units has not reported the year, and a twentieth only the first half. */
    private static List<String> rows(String plan, int units) {
        String all = " from generate_series(1, " + units + ") n ";
        String name = "'" + plan + "-' || n";
        String indicators = " cross join (select code, plan, time_basis, type from indicator where plan = 'KH-" + plan
                + "' and type <> 'SURVEY') i ";
        String notApplied = plan.equals(MANY) ? " and i.code not in ('SC%s', 'SC%s')".formatted(APPLIED.toArray()) : "";
        String version = """
                insert into unit_result_version (indicator, plan, regime, period, unit, year, period_from, period_to, year_from, annual,
                  numerator, denominator, rating, report, report_version, submitted_by, submitted_at, accepted_by, accepted_at, recorded_at)
                select i.code, i.plan, '%1$s', case when n %% 20 = 1 then '2025H1' else '2025' end, %2$s, 2025, '2024-12-15',
                  case when n %% 20 = 1 then date '2025-06-14' else '2025-12-14' end, '2024-12-15', n %% 20 <> 1,
                  case when i.type <> 'QUALITATIVE' then n %% 50 end, case when i.type <> 'QUALITATIVE' then 60 end,
                  case when i.type = 'QUALITATIVE' then 'ACHIEVED' end, gen_random_uuid(), 1, 'h', '2025-12-16', 'r', '2025-12-17',
                  '2025-12-17'"""
                .formatted(plan, name);
        return List.of(
                "insert into unit (code, name, name_en, version) select " + name + ", 'Trường ' || n, 'School ' || n, 1" + all,
                """
                        insert into recorded_event (id, topic, occurred_at, data) select gen_random_uuid(), 'cchc.units', '2025-01-01',
                          jsonb_build_object('code', %s, 'name', 'Trường ' || n, 'nameEn', 'School ' || n, 'version', 1, 'successors',
                          '[]'::jsonb)"""
                        .formatted(name) + all,
                "insert into assignment (id, indicator, unit, lead) select gen_random_uuid(), i.code, " + name + ", false" + all
                        + indicators,
                version + all + indicators + "where n % 10 <> 0" + notApplied,
                """
                        insert into unit_contribution (indicator, plan, regime, year, unit, basis, cut_off, annual, numerator, denominator,
                          not_achieved, partly_achieved, achieved)
                        select indicator, plan, regime, year, unit, period, period_to, annual, coalesce(numerator, 0),
                          coalesce(denominator, 0), 0, 0, (rating is not null)::int from unit_result where regime = '%s'"""
                        .formatted(plan),
                """
                        insert into report_status (regime, period, unit, report, status, changed_at, version)
                        select '%1$s', period, %2$s, gen_random_uuid(), case when n %% 30 = 0 then 'RETURNED' else 'SUBMITTED' end,
                          '2025-12-16', 1"""
                        .formatted(plan, name) + all
                        + "cross join unnest(array['2025H1', '2025']) as p (period)",
                """
                        insert into recorded_event (id, topic, occurred_at, data)
                        select gen_random_uuid(), 'cchc.reports', changed_at, jsonb_build_object('regime', regime, 'period', period,
                          'unit', unit, 'report', report, 'status', status, 'changedAt', changed_at, 'version', version)
                        from report_status where regime = '%s'"""
                        .formatted(plan));
    }

    private static String unit(String plan, int number) {
        return plan + "-" + number;
    }

    /** All years of all plans: while one is counted, no figure is applied. */
    private void awaitCounted() {
        await().atMost(Duration.ofMinutes(15)).until(() -> count(
                """
                        select count(*) from (select regime, generate_series(year_from, year_to) as year from plan) y
                        where not exists (select from grouped_year g where g.regime = y.regime and g.year = y.year and g.counted_to = '~')""") == 0);
    }

    private String scoreboard(String plan, String query) throws IOException, InterruptedException {
        return body(SCOREBOARD.formatted(plan) + query);
    }

    private String body(String path) throws IOException, InterruptedException {
        HttpResponse<String> response = read(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> read(String path) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(service.resolve(path)).header("Authorization", "Bearer " + Tokens.of("viewer")).build(),
                BodyHandlers.ofString());
    }

    private static double quantile(List<Double> values, double part) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get((int) (part * (sorted.size() - 1)));
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(url, owner, password);
    }

    private void sql(String statement) throws SQLException {
        long begin = System.nanoTime();
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
        if (System.nanoTime() - begin > 2e9) {
            say("%.1f s for %s", (System.nanoTime() - begin) / 1e9, statement.substring(0, Math.min(40, statement.length())));
        }
    }

    private long count(String query) throws SQLException {
        try (Connection connection = connect()) {
            return count(connection, query);
        }
    }

    private static long count(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void say(String text, Object... values) {
        System.out.println("scale: " + text.formatted(values));
    }
}
