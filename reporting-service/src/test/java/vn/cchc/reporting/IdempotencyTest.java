package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** Repeated calls with an idempotency key: the rules that every service shares, tested at one. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class IdempotencyTest {

    private static final String REPLAYED = "Idempotency-Replayed";

    private final String key = UUID.randomUUID().toString();

    @Inject
    ReportFixture reports;

    @Test
    void aRepeatedCallGetsTheFirstAnswerToTheByteAndChangesNothing() {
        reports.publishIndicators();
        Map<String, String> wanted = Map.of("period", "2001H1", "unit", "TCCB");

        Response first = keyed("tccb-reporter").body(wanted).post("/api/v1/reports");
        Response second = keyed("tccb-reporter").body(wanted).post("/api/v1/reports");

        first.then().statusCode(201).header(REPLAYED, nullValue());
        second.then().statusCode(201).header(REPLAYED, "true").header("Location", first.header("Location"))
                .header("Content-Type", first.header("Content-Type"));
        assertThat(second.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(changesOf(first.path("id"))).isEqualTo(1);
        as("tccb-reporter").get(first.header("Location")).then().statusCode(200).body("id", equalTo(first.path("id")));
    }

    @Test
    void aLateRepetitionUndoesNothing() {
        String report = reports.draft("2001Q3");
        String path = "/api/v1/reports/" + report + "/narrative";
        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200);
        as("tccb-reporter").body(Map.of("results", "Hai")).put(path).then().statusCode(200);

        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200).header(REPLAYED, "true")
                .body("narrative.results", equalTo("Một"));

        as("tccb-reporter").get("/api/v1/reports/" + report).then().body("narrative.results", equalTo("Hai"));
        assertThat(changesOf(report)).isEqualTo(3);
    }

    @Test
    void anotherRequestUnderTheSameKeyIsRefused() {
        String report = reports.draft("2009");
        String path = "/api/v1/reports/" + report + "/narrative";
        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200);

        Stream.of(keyed("tccb-reporter").body(Map.of("results", "Hai")).put(path),
                keyed("tccb-reporter").body(Map.of("results", "Một"))
                        .put("/api/v1/reports/" + UUID.randomUUID() + "/narrative"),
                keyed("tccb-reporter").post("/api/v1/reports/" + report + "/handover"))
                .forEach(refused -> refused.then().statusCode(422).contentType("application/problem+json").body("code",
                        equalTo("idempotency-key-reused")));

        assertThat(changesOf(report)).isEqualTo(2);
    }

    @Test
    void ofTwoEqualCallsAtOnceOneActsAndBothAreAnsweredAlike() {
        String report = reports.draft("2009Q1");
        enterFigures(report);

        List<CompletableFuture<Response>> calls = QuarkusTransaction.requiringNew().call(() -> {
            reports.lock(report);
            List<CompletableFuture<Response>> sent = Stream.generate(() -> ConcurrentTasks.supply(
                    () -> keyed("tccb-head").post("/api/v1/reports/{id}/submission", report))).limit(2).toList();
            await().atMost(20, SECONDS).until(() -> reports.sessionsWaitingForLock() == 2);
            return sent;
        });
        List<Response> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Response::statusCode).containsExactly(200, 200);
        assertThat(replies).extracting(reply -> reply.header(REPLAYED)).containsExactlyInAnyOrder(null, "true");
        assertThat(replies.get(0).asByteArray()).isEqualTo(replies.get(1).asByteArray());
        as("tccb-head").get("/api/v1/reports/{id}/history", report).then().body("items.findAll { it.action == 'SUBMIT' }",
                hasSize(1));
    }

    @Test
    void whatWasRefusedIsTriedAnew() {
        String report = reports.draft("2019");
        keyed("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(422).body("errors", hasSize(2));
        enterFigures(report);

        keyed("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(200).header(REPLAYED, nullValue())
                .body("state", equalTo("SUBMITTED"));
    }

    @Test
    void anotherClientsOrPersonsCallOfTheSameKeyIsAnotherCall() {
        String report = reports.draft("2002Q1");
        String path = "/api/v1/reports/" + report + "/narrative";
        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200);

        for (Map<String, Object> other : List.of(Map.<String, Object> of("client_id", "other"),
                Map.<String, Object> of("sub", "other"))) {
            as("tccb-reporter").auth().oauth2(Tokens.with("tccb-reporter", other)).header("Idempotency-Key", key)
                    .body(Map.of("results", "Của " + other)).put(path).then().statusCode(200).header(REPLAYED, nullValue());
        }

        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200).header(REPLAYED, "true");
    }

    @Test
    void aKeyIsKeptForADay() {
        String report = reports.draft("2002H1");
        String path = "/api/v1/reports/" + report + "/narrative";
        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200);
        age("23 hours");
        keyed("tccb-reporter").body(Map.of("results", "Một")).put(path).then().statusCode(200).header(REPLAYED, "true");

        age("2 hours");
        keyed("tccb-reporter").body(Map.of("results", "Hai")).put(path).then().statusCode(200).header(REPLAYED, nullValue());
        age("25 hours");

        await().atMost(10, SECONDS).until(() -> records() == 0);
    }

    @ParameterizedTest
    @MethodSource
    void aKeyThatIsNoneIsRefused(List<String> keys) {
        as("admin").header("Idempotency-Key", keys.get(0), keys.subList(1, keys.size()).toArray()).body("{}")
                .post("/api/v1/units").then().statusCode(400).body("errors[0].pointer", equalTo("Idempotency-Key"));
    }

    static Stream<List<String>> aKeyThatIsNoneIsRefused() {
        return Stream.of(List.of(""), List.of("a b"), List.of("é"), List.of("k".repeat(256)), List.of("a", "b"));
    }

    @Test
    void theLongestKeyIsOne() {
        String longest = key + "~".repeat(255 - key.length());

        as("tccb-reporter").header("Idempotency-Key", longest).body("{}").post("/api/v1/reports").then().statusCode(422)
                .body("code", equalTo("invalid-input"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "viewer", "reviewer" })
    void aForbiddenCallerGets403WithAnyKey(String persona) {
        as(persona).header("Idempotency-Key", "not a key").body("{}").post("/api/v1/units").then().statusCode(403);
    }

    @Test
    void withoutAKeyNothingIsKept() {
        String report = reports.draft("2002Q3");

        as("tccb-reporter").body(Map.of("results", "Một")).put("/api/v1/reports/{id}/narrative", report).then().statusCode(200)
                .header(REPLAYED, nullValue());

        assertThat(
                reports.selectLong(
                        "select count(*) from idempotency_record where encode(body, 'escape') like '%" + report + "%'"))
                .isZero();
    }

    private RequestSpecification keyed(String persona) {
        return as(persona).header("Idempotency-Key", key);
    }

    private static void enterFigures(String report) {
        as("tccb-reporter").body(Map.of("CT90", Map.of("numerator", 17, "denominator", 20), "CT91",
                Map.of("rating", "ACHIEVED", "statement", "Đủ"))).put("/api/v1/reports/{id}/figures", report).then()
                .statusCode(200);
    }

    private long changesOf(String report) {
        return reports.selectLong("select count(*) from audit_entry where resource_id = '" + report + "'");
    }

    private void age(String interval) {
        reports.sql("update idempotency_record set at = at - interval '" + interval + "' where key = '" + key + "'");
    }

    private long records() {
        return reports.selectLong("select count(*) from idempotency_record where key = '" + key + "'");
    }
}
