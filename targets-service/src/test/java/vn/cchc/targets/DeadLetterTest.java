package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.Event;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.outbox.Outbox;

/** Redelivery and dismissal of dead letters. */
@Tag("slow")
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class DeadLetterTest {

    private static final String DEAD_LETTERS = "/api/v1/dead-letters";

    @Inject
    Outbox outbox;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @AfterEach
    void deleteTestIndicators() {
        Stream.of("unit_result_version", "unit_contribution")
                .forEach(table -> sql("delete from " + table + " where indicator like 'CT9_'"));
        sql("delete from indicator where code like 'CT9_'");
    }

    @Test
    void aRedeliveredEventIsAppliedOnce() {
        UnitResultAccepted event = accepted("CT91", firstHalf(2013), "VP", 1, 10);
        String letter = deadLetter(event);

        Response seen = admin().get(DEAD_LETTERS + '/' + letter);
        seen.then().statusCode(200).body("state", equalTo("OPEN")).body("reason", equalTo("no indicator CT91"))
                .body("topic", equalTo(event.topic())).body("key", equalTo(event.key())).body("eventId", notNullValue())
                .body("headers.ce_type", equalTo(Event.typeOf(event.getClass())));
        assertThat(admin().get(DEAD_LETTERS + '/' + letter + "/payload").then().statusCode(200).extract().asString())
                .isEqualTo(EventFormat.write(event));
        redeliver(letter, "*", UUID.randomUUID()).then().statusCode(409).body("code", equalTo("redelivery-failed"))
                .body("detail", containsString("no indicator CT91"));
        admin().get(DEAD_LETTERS + '/' + letter).then().body("state", equalTo("OPEN"));

        define("CT91");
        UUID key = UUID.randomUUID();
        Response applied = redeliver(letter, seen.header("ETag"), key);
        Response repeated = redeliver(letter, seen.header("ETag"), key);

        applied.then().statusCode(200).body("state", equalTo("APPLIED")).body("resolvedAt", notNullValue());
        assertThat(repeated.asString()).isEqualTo(applied.asString());
        redeliver(letter, applied.header("ETag"), UUID.randomUUID()).then().statusCode(409).body("code",
                equalTo("dead-letter-resolved"));
        assertThat(figures("CT91")).isEqualTo(1);
        given().auth().oauth2(Tokens.of("auditor")).get("/api/v1/audit?resource=dead-letter&resourceId=" + letter).then()
                .statusCode(200);
    }

    @Test
    void oneOfTwoConcurrentRedeliveriesIsApplied() {
        String letter = deadLetter(accepted("CT92", firstHalf(2013), "VP", 1, 10));
        String tag = admin().get(DEAD_LETTERS + '/' + letter).header("ETag");
        define("CT92");

        List<Integer> replies = Stream.of(1, 2)
                .map(each -> ConcurrentTasks.supply(() -> redeliver(letter, tag, UUID.randomUUID()).statusCode()))
                .toList()
                .stream().map(CompletableFuture::join).toList();

        assertThat(replies).containsExactlyInAnyOrder(200, 412);
        assertThat(figures("CT92")).isEqualTo(1);
    }

    @Test
    void aRedeliveryWaitsForTheConsumers() throws Exception {
        String letter = deadLetter(accepted("CT96", firstHalf(2013), "VP", 1, 10));
        define("CT96");

        try (Connection consumer = DriverManager.getConnection(url, "targets", password)) {
            consumer.setAutoCommit(false);
            // The lock that consumers hold while they apply events.
            consumer.createStatement().execute("select pg_advisory_xact_lock_shared(x'1B0C'::bigint)");
            redeliver(letter, "*", UUID.randomUUID()).then().statusCode(503).header("Retry-After", notNullValue());
            consumer.rollback();
        }

        redeliver(letter, "*", UUID.randomUUID()).then().statusCode(200);
        assertThat(figures("CT96")).isEqualTo(1);
    }

    @Test
    void aDismissalRequiresAReason() {
        String letter = deadLetter(accepted("CT93", firstHalf(2013), "VP", 1, 10));

        withIfMatch("*").body(Map.of("reason", " ")).post(DEAD_LETTERS + '/' + letter + "/dismissal").then().statusCode(422)
                .body("errors.pointer", hasItem("/reason"));
        withIfMatch("*").body(Map.of("reason", "Thử nghiệm")).post(DEAD_LETTERS + '/' + letter + "/dismissal").then()
                .statusCode(200)
                .body("state", equalTo("DISMISSED"));

        admin().get(DEAD_LETTERS + "?state=OPEN&limit=200").then().body("items.state", everyItem(equalTo("OPEN")));
        redeliver(letter, "*", UUID.randomUUID()).then().statusCode(409);

        define("CT93");
        rebuild();
        assertThat(figures("CT93")).isZero();
        admin().get(DEAD_LETTERS + '/' + letter).then().body("state", equalTo("DISMISSED"));
    }

    @Test
    void aRebuildSkipsOpenDeadLettersAndReopensInapplicableOnes() {
        String letter = deadLetter(accepted("CT94", firstHalf(2013), "VP", 1, 10));

        define("CT94");
        rebuild();
        admin().get(DEAD_LETTERS + '/' + letter).then().body("state", equalTo("OPEN"));
        assertThat(figures("CT94")).isZero();

        redeliver(letter, "*", UUID.randomUUID()).then().statusCode(200);
        rebuild();
        admin().get(DEAD_LETTERS + '/' + letter).then().body("state", equalTo("APPLIED"));
        assertThat(figures("CT94")).isEqualTo(1);

        deleteTestIndicators();
        rebuild();
        admin().get(DEAD_LETTERS + '/' + letter).then().body("state", equalTo("OPEN"));
    }

    @Test
    void openDeadLettersAreReportedAndTheServiceIsReady() {
        deadLetter(accepted("CT95", firstHalf(2013), "VP", 1, 10));

        await().atMost(20, SECONDS).untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200)
                .body("checks.find { it.name == 'dead-letters' }.status", equalTo("UP"))
                .body("checks.find { it.name == 'dead-letters' }.data.open", greaterThan(0)));
        given().get("/q/metrics").then().body(containsString("cchc_dead_letters_open"));
    }

    @Test
    void onlyAnAdministratorHasAccess() {
        given().auth().oauth2(Tokens.of("planner")).get(DEAD_LETTERS).then().statusCode(403);
        admin().get(DEAD_LETTERS + "?service=reporting").then().statusCode(400);
        redeliver(UUID.randomUUID().toString(), "*", UUID.randomUUID()).then().statusCode(404);
    }

    /** Publishes an event that cannot be applied, and returns the id of its dead letter. */
    private String deadLetter(UnitResultAccepted event) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(event));
        return await().atMost(30, SECONDS)
                .until(() -> admin().get(DEAD_LETTERS + "?limit=200").then().statusCode(200).extract()
                        .<String> path("items.find { it.key == '%s' }?.id".formatted(event.key())), id -> id != null);
    }

    private void define(String indicator) {
        sql("""
                insert into indicator (code, plan, target, position, name, name_en, type, time_basis, direction,
                  direction_source, lead_source, continuation_rule, version)
                select '%s', plan, target, 990, name, name_en, type, time_basis, direction,
                  direction_source, lead_source, continuation_rule, version
                from indicator where code = 'CT02'"""
                .formatted(indicator));
    }

    private void sql(String change) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(change).executeUpdate());
    }

    private long figures(String indicator) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database
                .createNativeQuery("select count(*) from unit_result_version where indicator = :indicator", Long.class)
                .setParameter("indicator", indicator).getSingleResult());
    }

    private static void rebuild() {
        String rebuild = admin().post("/api/v1/rebuilds").then().statusCode(202).extract().path("id");
        await().atMost(60, SECONDS)
                .until(() -> admin().get("/api/v1/rebuilds/" + rebuild).then().extract().path("state").equals("DONE"));
    }

    private static Response redeliver(String letter, String tag, UUID key) {
        return withIfMatch(tag).header("Idempotency-Key", key.toString()).post(DEAD_LETTERS + '/' + letter + "/redelivery");
    }

    private static RequestSpecification withIfMatch(String tag) {
        return admin().header("If-Match", tag).contentType(ContentType.JSON);
    }

    private static RequestSpecification admin() {
        return given().auth().oauth2(Tokens.of("admin")).header("Accept-Language", "en");
    }
}
