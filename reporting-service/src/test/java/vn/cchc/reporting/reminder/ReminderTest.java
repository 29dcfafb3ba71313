package vn.cchc.reporting.reminder;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.reporting.FollowingUpFixture;

/** Reminders of the report for April 2025, which is due on Tuesday 6 May: 30 April to 2 May are off, 26 April is worked. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ReminderTest {

    private static final String VP = "VP";

    @Inject
    FollowingUpFixture regime;

    @Inject
    ReminderService service;

    @Inject
    MeterRegistry metrics;

    private long publishedBefore;

    @BeforeEach
    void theOfficeOwesAReport() {
        regime.createRegime();
        regime.indicator("NH-1", "RATIO", "FLOW", 1, VP);
        publishedBefore = published();
    }

    @AfterEach
    void onlyTheOtherRegimesStay() {
        regime.deleteRegime();
    }

    @Test
    void theFirstReminderComesThreeWorkingDaysBeforeTheDeadlineAcrossTheHolidays() {
        // After Monday 28 April: 29 April, 5 and 6 May.
        issueOn("2025-04-27T23:59:00+07:00");
        assertThat(kinds("2025M04")).isEmpty();

        issueOn("2025-04-28T00:00:00+07:00");
        assertThat(kinds("2025M04")).containsExactly("ABOUT_TO_BE_DUE");
    }

    @Test
    void tetLiesBetweenTheReminderAndTheDeadline() {
        // January is due on Tuesday 4 February. 27 to 31 January are off: after 23 January come 24 January, 3 and 4 February.
        issueOn("2025-01-22T08:00:00+07:00");
        assertThat(kinds("2025M01")).isEmpty();

        issueOn("2025-01-23T08:00:00+07:00");

        assertThat(kinds("2025M01")).containsExactly("ABOUT_TO_BE_DUE");
        feed().body("items.find { it.regime == 'DON-DOC' && it.period == '2025M01' }.deadline", equalTo("2025-02-04"));
    }

    @Test
    void aReportIsRemindedOfOnceForEachKindAlsoAfterARestart() {
        for (String day : List.of("2025-05-05T08:00:00+07:00", "2025-05-06T08:00:00+07:00", "2025-05-07T08:00:00+07:00",
                "2025-05-08T08:00:00+07:00")) {
            issueOn(day);
            issueOn(day);
        }

        assertThat(kinds("2025M04")).containsExactly("ABOUT_TO_BE_DUE", "DUE", "LATE");
        assertThat(published() - publishedBefore).isEqualTo(3);
    }

    @Test
    void twoReplicasAtOnceIssueEachReminderOnce() {
        String[] units = Stream.iterate(1, n -> n + 1).limit(40).map(n -> "NH-" + n).toArray(String[]::new);
        Stream.of(units).forEach(unit -> regime.unit(unit, "SGDDT", null, null));
        regime.indicator("NH-1", "RATIO", "FLOW", 2, units);

        ExecutorService replicas = Executors.newFixedThreadPool(4);
        CompletableFuture
                .allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> issueOn("2025-05-06T08:00:00+07:00"), replicas))
                        .limit(4).toArray(CompletableFuture[]::new))
                .join();
        replicas.shutdown();

        assertThat(published() - publishedBefore).isEqualTo(40);
        assertThat(regime.count("reminder where regime = 'DON-DOC' and kind = 'DUE'")).isEqualTo(40);
    }

    @Test
    void anExtendedDeadlineIsAnotherOccasion() {
        issueOn("2025-05-06T08:00:00+07:00");
        regime.extension("2025M04", VP, "2025-05-12");

        issueOn("2025-05-07T08:00:00+07:00");
        issueOn("2025-05-12T08:00:00+07:00");

        assertThat(kinds("2025M04")).containsExactly("DUE", "ABOUT_TO_BE_DUE", "DUE");
    }

    @Test
    void aReportThatIsHandedInIsNotRemindedOf() {
        regime.report("2025M04", VP, "SUBMITTED", "timestamptz '2025-05-05 08:00:00+07'");

        issueOn("2025-05-08T08:00:00+07:00");

        assertThat(kinds("2025M04")).isEmpty();
    }

    @Test
    void eachReturnIsRemindedOfAndNotAsLate() {
        regime.report("2025M04", VP, "RETURNED", "timestamptz '2025-05-05 08:00:00+07'");
        regime.returned("2025M04", VP, 3, "timestamptz '2025-05-08 08:00:00+07'");
        issueOn("2025-05-08T09:00:00+07:00");
        issueOn("2025-05-08T10:00:00+07:00");
        assertThat(kinds("2025M04")).containsExactly("RETURNED");

        regime.returned("2025M04", VP, 5, "timestamptz '2025-05-09 08:00:00+07'");
        issueOn("2025-05-09T09:00:00+07:00");
        assertThat(kinds("2025M04")).containsExactly("RETURNED", "RETURNED");
    }

    @Test
    void onlyTheUnitAndReviewersReadTheFeed() {
        issueOn("2025-05-06T08:00:00+07:00");

        assertThat(metrics.counter("cchc.reminders.issued", "kind", "DUE").count()).isPositive();
        get("vp-reporter", "?unit=VP").statusCode(200);
        get("vp-head", "?unit=VP").statusCode(200);
        get("reviewer", "?limit=1").statusCode(200);
        get("cntt-head", "?unit=VP").statusCode(403);
        get("vp-head", "").statusCode(403);
        get("viewer", "?unit=VP").statusCode(403);
    }

    private void issueOn(String time) {
        service.issue(Clock.fixed(OffsetDateTime.parse(time).toInstant(), ZoneId.of("Asia/Ho_Chi_Minh")));
    }

    private List<String> kinds(String period) {
        return feed().extract().path("items.findAll { it.regime == 'DON-DOC' && it.period == '" + period + "' }.kind");
    }

    private long published() {
        return regime.count("(select key from outbox where type = 'vn.cchc.ReminderIssued' union all "
                + "select key from published_event where type = 'vn.cchc.ReminderIssued') event where key like 'DON-DOC|2025M04|%'");
    }

    private static ValidatableResponse feed() {
        return get("vp-head", "?unit=VP&limit=200").statusCode(200);
    }

    private static ValidatableResponse get(String persona, String query) {
        return given().auth().oauth2(Tokens.of(persona)).get("/api/v1/reminders" + query).then();
    }
}
