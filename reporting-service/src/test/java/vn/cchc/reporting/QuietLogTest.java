package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** No log line repeats what a caller wrote. A response repeats only the names of unknown fields and the path. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class QuietLogTest {

    private static final String SECRET = "NGUYEN-VAN-A-0912";

    private CapturedLog log;

    @Inject
    ReportFixture reports;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void captureLog() {
        log = CapturedLog.start();
    }

    @AfterEach
    void removeFixture() {
        log.stop();
        reports.sql("delete from status_change where report in (select id from report where unit = '%s')".formatted(SECRET));
        reports.sql("delete from report_contributor where report in (select id from report where unit = '%s')"
                .formatted(SECRET));
        reports.sql("delete from report where unit = '%s'".formatted(SECRET));
        reports.sql("delete from unit_name where unit = '%s'".formatted(SECRET));
        reports.sql("delete from unit_parent where unit = '%s'".formatted(SECRET));
        reports.sql("delete from unit where code = '%s'".formatted(SECRET));
    }

    @Test
    void anInvalidBodyIsNotRepeated() {
        String report = reports.draft("2007");

        List<Response> replies = List.of(
                put(report, "figures/CT90", "{\"numerator\": \"%s\"}"),
                put(report, "figures/CT91", "{\"rating\": \"%s\"}"),
                put(report, "narrative", "{\"results\": [\"%s\"]}"),
                put(report, "narrative", "{\"results\": \"%s" + "x".repeat(20_000) + "\"}"),
                put(report, "narrative", "{\"results\": \"%s" + "x".repeat(200_000) + "\"}"),
                put(report, "narrative", "{\"results\": \"%s"),
                put(report, "narrative", "%s"),
                put(report, "evidence", "[{\"title\": \"a\", \"url\": \"javascript:%s\", \"sha256\": \"%<s\"}]"),
                put(report, "evidence", "[{\"title\": \"a\", \"date\": \"%s\"}]"));

        assertThat(replies).allSatisfy(reply -> {
            assertThat(reply.statusCode()).isBetween(400, 422);
            assertThat(reply.asString()).doesNotContain(SECRET);
        });
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aResponseNamesAnUnknownFieldAndThePathButTheLogDoesNot() {
        String report = reports.draft("2006");

        assertThat(put(report, "narrative", "{\"%s\": 1}").jsonPath().getString("errors[0].pointer")).isEqualTo("/" + SECRET);
        Response missing = as("viewer").get("/api/v1/reports/" + SECRET);
        assertThat(missing.jsonPath().getString("instance")).isEqualTo("/api/v1/reports/" + SECRET);
        assertThat(missing.jsonPath().getString("detail")).doesNotContain(SECRET);

        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    @Test
    void aConflictInTheDatabaseIsLoggedWithoutItsValues() {
        unit(SECRET);
        CompletableFuture<Response> second = new CompletableFuture<>();

        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("""
                    insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, lock)
                    values (uuidv7(), 'CCHC', '2025', :unit, 'DRAFT', 1, 'x', now(), now(), 0)""").setParameter("unit", SECRET)
                    .executeUpdate();
            second.completeAsync(() -> createReport(SECRET));
            await().atMost(10, SECONDS).until(() -> reports.selectLong(
                    "select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query like 'insert into report%'") == 1);
        });

        Response refused = second.join();
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("code")).isEqualTo("conflict");
        assertThat(refused.asString()).doesNotContain(SECRET).doesNotContainIgnoringCase("insert").doesNotContain("Exception");
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
        assertThat(log.warnings()).singleElement().asString().contains("Responded with 409", "23505").doesNotContain("\tat ");
    }

    @Test
    void aDeadLetterIsLoggedWithoutItsPayload() {
        try (var producer = new KafkaProducer<>(Map.of("bootstrap.servers", kafka), new StringSerializer(),
                new StringSerializer())) {
            var message = new ProducerRecord<>("cchc.indicators", "CT93",
                    "{\"code\": \"CT93\", \"target\": \"%s\"}".formatted(SECRET));
            Map.of("ce_specversion", "1.0", "ce_id", "0199e2a4-5c00-7000-8000-00000000dead", "ce_source", "/services/targets",
                    "ce_type", "vn.cchc.IndicatorDefined")
                    .forEach((name, value) -> message.headers().add(name, value.getBytes()));
            producer.send(message);
        }

        await().atMost(10, SECONDS).until(() -> log.lines().stream().anyMatch(line -> line.contains("no IndicatorDefined")));
        assertThat(log.lines()).noneMatch(line -> line.contains(SECRET));
    }

    private static Response put(String report, String part, String body) {
        return as("tccb-reporter").body(body.formatted(SECRET)).put("/api/v1/reports/" + report + '/' + part);
    }

    private void unit(String code) {
        as("admin").body(Map.of("code", code, "name", "a", "nameEn", "b", "type", "SERVICE_UNIT")).post("/api/v1/units").then()
                .statusCode(201);
    }

    private static Response createReport(String unit) {
        String token = Tokens.with("vp-reporter", Map.of("unit", unit));
        return given().auth().oauth2(token).contentType("application/json").body(Map.of("period", "2025", "unit", unit))
                .post("/api/v1/reports");
    }
}
