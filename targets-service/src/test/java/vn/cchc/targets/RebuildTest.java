package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import vn.cchc.events.Event;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** A rebuild restores the read models from the topics. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class RebuildTest {

    private static final String FIGURE_LOCK = "select pg_advisory_xact_lock(hashtext('contributions'), abs(hashtext('VP') % 1024))";

    @Inject
    Outbox outbox;

    @Inject
    EntityManager database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    @Test
    void theScoreboardIsIdenticalAndThePreviousOneIsServedUntilTheEnd() throws Exception {
        publishYear2014();
        List<String> expected = scoreboards();
        corrupt();
        List<String> corrupted = scoreboards();

        String rebuild;
        try (Connection lock = lockFigure()) {
            rebuild = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                    .path("id");
            await().atMost(30, SECONDS).until(() -> "RUNNING".equals(state(rebuild)));
            assertThat(scoreboards()).isEqualTo(corrupted);
            lock.rollback();
        }
        await().atMost(60, SECONDS).until(() -> !"RUNNING".equals(state(rebuild)));

        assertThat(state(rebuild)).isEqualTo("DONE");
        assertThat(of(rebuild).getLong("processed")).isPositive().isEqualTo(of(rebuild).getLong("total"));
        assertThat(corrupted).isNotEqualTo(expected);
        assertThat(scoreboards()).isEqualTo(expected);
    }

    @Test
    void laterEventsAreAppliedAndEarlierOnesAreNotRepeated() {
        publish(accepted("CT03.1", year(2014), "VP", 1, 4));
        await().atMost(20, SECONDS).until(() -> figures("CT03.1") == 1);

        String rebuild = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                .path("id");
        publish(accepted("CT03.1", year(2014), "KHTC", 1, 4));
        await().atMost(60, SECONDS).until(() -> "DONE".equals(state(rebuild)));

        await().atMost(20, SECONDS).until(() -> figures("CT03.1") == 2);
    }

    @Test
    void topicsWithoutAnAppliedEventAreRefused() throws Exception {
        publish(accepted("CT03.1", year(2016), "VP", 1, 4));
        await().atMost(20, SECONDS).until(() -> scoreboards().get(1).contains("\"denominator\":4"));
        List<String> before = scoreboards();
        UUID lost = UUID.randomUUID();

        try {
            sql("insert into inbox (event_id, topic, partition, \"offset\") values ('%s', 'cchc.unit-results', 0, 0)"
                    .formatted(lost));
            String rebuild = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                    .path("id");
            await().atMost(60, SECONDS).until(() -> "FAILED".equals(state(rebuild)));

            assertThat(of(rebuild).getString("failure"))
                    .startsWith("The topics no longer contain 1 of the events that were applied before");
            assertThat(scoreboards()).isEqualTo(before);
        } finally {
            sql("delete from inbox where event_id = '%s'".formatted(lost));
        }
    }

    @Test
    void aRepublicationSendsEveryEventAgainAndAppliesNoneTwice() {
        publish(accepted("CT04", year(2016), "KHTC", 1, 5));
        await().atMost(20, SECONDS).until(() -> republishable() > 0);
        List<String> before = scoreboards();
        long known = republishable();

        int events = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/republications").then().statusCode(202).extract()
                .path("events");

        assertThat((long) events).isGreaterThanOrEqualTo(known);
        await().atMost(30, SECONDS).until(() -> count("select count(*) from outbox") == 0);
        assertThat(republishable()).isEqualTo(events);
        assertThat(count("select count(*) - count(distinct event_id) from published_event")).isZero();
        assertThat(scoreboards()).isEqualTo(before);
    }

    @Test
    void concurrentRequestsShareOneRebuild() throws Exception {
        String admin = Tokens.of("admin");

        try (Connection otherRebuild = lock("select pg_advisory_xact_lock(x'1B0D'::bigint)")) {
            List<CompletableFuture<String>> requested = Stream
                    .generate(() -> ConcurrentTasks.supply(() -> given().auth().oauth2(admin).post("/api/v1/rebuilds").then()
                            .statusCode(202).extract().<String> path("id")))
                    .limit(8).toList();

            assertThat(requested.stream().map(CompletableFuture::join).distinct()).hasSize(1);
            otherRebuild.rollback();
        }
    }

    @Test
    void onlyAnAdministratorCanRequestARebuildOrARepublication() {
        given().auth().oauth2(Tokens.of("planner")).post("/api/v1/rebuilds").then().statusCode(403);
        given().auth().oauth2(Tokens.of("planner")).post("/api/v1/republications").then().statusCode(403);
        given().auth().oauth2(Tokens.of("admin")).post("/api/v1/republications?service=survey").then().statusCode(400);
        given().auth().oauth2(Tokens.of("admin")).get("/api/v1/rebuilds/" + UUID.randomUUID()).then().statusCode(404)
                .body("code", equalTo("not-found"));
    }

    private void publishYear2014() throws Exception {
        publish(accepted("CT04", year(2014), "VP", 3, 4), accepted("CT04", year(2014), "VP", 4, 4, 2),
                accepted("CT02", firstHalf(2014), "VP", 1, 10), accepted("CT02", thirdQuarter(2014), "VP", 2, 10),
                accepted("CT02", firstHalf(2014), "KHTC", 5, 10),
                new SurveyResultPublished("CT14", "KH-SGDDT-2022", 2014, 26, 31, 31, null, null, "POOLED", 1, "WILSON", 1, null,
                        UUID.randomUUID(), "SIPAS", 1,
                        "surveyor", Instant.parse("2014-12-01T02:00:00Z")));
        await().atMost(20, SECONDS).until(() -> figures("CT04") == 2 && figures("CT02") == 3
                && QuarkusTransaction.requiringNew().call(
                        () -> database.createNativeQuery("select 1 from survey_result where year = 2014").getResultList()
                                .size()) == 1);
    }

    private void corrupt() {
        QuarkusTransaction.requiringNew().run(() -> Stream.of("update unit_contribution set denominator = denominator + 1000",
                "delete from unit_result_version where year = 2014", "delete from survey_result where year = 2014")
                .forEach(change -> database.createNativeQuery(change).executeUpdate()));
    }

    /** Takes the lock that a consumer takes before it adds a figure. */
    private Connection lockFigure() throws Exception {
        return lock(FIGURE_LOCK);
    }

    private Connection lock(String statement) throws Exception {
        Connection connection = DriverManager.getConnection(url, "targets", password);
        connection.setAutoCommit(false);
        connection.createStatement().execute(statement);
        return connection;
    }

    private long figures(String indicator) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database
                .createNativeQuery(
                        "select count(*) from unit_result_version where indicator = :indicator and period like '2014%'",
                        Long.class)
                .setParameter("indicator", indicator).getSingleResult());
    }

    private long republishable() {
        return count("select count(*) from published_event");
    }

    private long count(String query) {
        return QuarkusTransaction.requiringNew().call(() -> (Long) database.createNativeQuery(query, Long.class)
                .getSingleResult());
    }

    private void sql(String statement) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).executeUpdate());
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static String state(String rebuild) {
        return of(rebuild).getString("state");
    }

    private static JsonPath of(String rebuild) {
        return given().auth().oauth2(Tokens.of("admin")).get("/api/v1/rebuilds/" + rebuild).then().statusCode(200).extract()
                .jsonPath();
    }

    private static List<String> scoreboards() {
        return Stream.of(2014, 2016, 2025).map(year -> given().auth().oauth2(Tokens.of("viewer"))
                .get("/api/v1/scoreboard?year=" + year).then().statusCode(200).extract().asString()).toList();
    }
}
