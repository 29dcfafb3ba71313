package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.events.Event;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.messaging.outbox.Outbox;

/** Every version of a figure is kept, and the last one that is not retracted counts. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ResultVersionsTest {

    @Inject
    Outbox outbox;

    @Inject
    EntityManager tables;

    @Test
    void aRetractedFigureDoesNotCountAndItsVersionsStay() {
        publish(accepted("CT04", year(2011), "VP", 3, 4), accepted("CT04", year(2011), "VP", 2, 4, 2));
        await().atMost(20, SECONDS).untilAsserted(() -> result(2011, "CT04").body("result.numerator", equalTo(2)));

        publish(EventSample.read("unit-result-retracted").event(UnitResultRetracted.class));

        await().atMost(20, SECONDS).untilAsserted(() -> result(2011, "CT04").body("result", nullValue()));
        assertThat(versions("CT04", "2011")).containsExactly("ACCEPTED 1", "ACCEPTED 2", "RETRACTED 2");
    }

    @Test
    void anAcceptanceThatArrivesAgainAfterItsRetractionDoesNotCount() {
        UnitResultAccepted figure = accepted("CT04", year(2012), "VP", 2, 4);
        publish(figure, retracted(figure));
        await().atMost(20, SECONDS).until(() -> versions("CT04", "2012").size() == 2);

        publish(figure);

        await().atMost(20, SECONDS).until(() -> versions("CT04", "2012").size() == 3);
        result(2012, "CT04").body("result", nullValue());
    }

    @Test
    void aFlowFallsBackToTheWindowsThatAreNotRetracted() {
        UnitResultAccepted ofQ3 = accepted("CT07", thirdQuarter(2011), "VP", 2, 4);
        publish(accepted("CT07", firstHalf(2011), "VP", 1, 4), ofQ3);
        await().atMost(20, SECONDS).untilAsserted(() -> result(2011, "CT07").body("result.basis", contains("2011H1+2011Q3")));

        publish(retracted(ofQ3));

        await().atMost(20, SECONDS).untilAsserted(() -> result(2011, "CT07").body("result.basis", contains("2011H1")));
    }

    @Test
    void aRebuildRestoresARetraction() {
        UnitResultAccepted figure = accepted("CT04", year(2017), "VP", 2, 4);
        publish(figure, retracted(figure));
        await().atMost(20, SECONDS).until(() -> versions("CT04", "2017").size() == 2);
        String before = assessment(2017, "CT04");
        QuarkusTransaction.requiringNew().run(() -> tables.createNativeQuery(
                "delete from unit_result_version where indicator = 'CT04' and period = '2017' and retracted_at is not null")
                .executeUpdate());

        rebuild();

        assertThat(versions("CT04", "2017")).containsExactly("ACCEPTED 1", "RETRACTED 1");
        result(2017, "CT04").body("result", nullValue());
        assertThat(assessment(2017, "CT04")).isEqualTo(before);
    }

    @Test
    void theHistoryOfAResultHasEveryVersionOfItsFigures() {
        UnitResultAccepted first = accepted("CT04", year(2013), "VP", 3, 4);
        publish(first, accepted("CT04", year(2013), "VP", 2, 4, 2), retracted(first));
        await().atMost(20, SECONDS).until(() -> versions("CT04", "2013").size() == 3);

        lineage("CT04", 2013, "?includeHistory=true").body("units.items[0].numerator", equalTo(2))
                .body("units.items[0].history.reportVersion", contains(1, 2, 1))
                .body("units.items[0].history.accepted.numerator", contains(3, 2))
                .body("units.items[0].history[2].accepted", nullValue())
                .body("units.items[0].history.reason", contains(null, null, "Đơn vị rút báo cáo"))
                .body("history", nullValue());
        lineage("CT04", 2013, "").body("units.items[0].history", nullValue());
    }

    @Test
    void theHistoryOfASurveysResultHasEveryPublishedVersion() {
        SurveyResultPublished first = EventSample.read("survey-result-published").event(SurveyResultPublished.class);
        publish(surveyed(first, 26, 1), surveyed(first, 27, 2));
        await().atMost(20, SECONDS)
                .untilAsserted(
                        () -> lineage("CT16", 2013, "").body("result.numerator", equalTo(27)).body("history", nullValue()));

        lineage("CT16", 2013, "?includeHistory=true").body("history.survey.resultVersion", contains(1, 2))
                .body("history.result.numerator", contains(26, 27));
    }

    @Test
    void resultsOfTwoMethodsStandBesideEachOtherAndEachHasItsVersions() {
        SurveyResultPublished like = EventSample.read("survey-result-published").event(SurveyResultPublished.class);
        publish(surveyed(like, "POOLED", 1, null), surveyed(like, "POOLED_WEIGHTED", 1, "66.6666666666666666"),
                surveyed(like, "POOLED_WEIGHTED", 2, "50.5"));
        await().atMost(20, SECONDS).untilAsserted(() -> lineage("CT16", 2014, "?method=POOLED_WEIGHTED")
                .body("survey.resultVersion", equalTo(2)).body("result.percent", equalTo(50.5f)));

        lineage("CT16", 2014, "?method=POOLED").body("survey.resultVersion", equalTo(1)).body("result.numerator", equalTo(26))
                .body("result.denominator", equalTo(31));
        lineage("CT16", 2014, "?method=POOLED_WEIGHTED&includeHistory=true")
                .body("history.survey.resultVersion", contains(1, 2))
                .body("history.result.percent", contains(66.67f, 50.5f));
    }

    private static SurveyResultPublished surveyed(SurveyResultPublished like, String method, int version, String rate) {
        return new SurveyResultPublished("CT16", like.plan(), 2014, 26, 31, 31, null, null, method, 1, "WILSON_STRATIFIED_V1",
                version, null, like.campaign(), like.questionnaire(), 1, like.publishedBy(), like.publishedAt(),
                rate == null ? null : new BigDecimal(rate), "ab");
    }

    private static SurveyResultPublished surveyed(SurveyResultPublished like, long satisfied, int version) {
        return new SurveyResultPublished("CT16", like.plan(), 2013, satisfied, 31, 31, null, null, like.method(), 1, "WILSON",
                version, null, like.campaign(), like.questionnaire(), 1, like.publishedBy(), like.publishedAt());
    }

    private static ValidatableResponse lineage(String indicator, int year, String query) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/indicators/" + indicator + "/results/" + year + query)
                .then().statusCode(200);
    }

    private static void rebuild() {
        String id = given().auth().oauth2(Tokens.of("admin")).post("/api/v1/rebuilds").then().statusCode(202).extract()
                .path("id");
        await().atMost(60, SECONDS).until(() -> "DONE"
                .equals(given().auth().oauth2(Tokens.of("admin")).get("/api/v1/rebuilds/" + id).path("state")));
    }

    private static UnitResultRetracted retracted(UnitResultAccepted accepted) {
        return new UnitResultRetracted(accepted.indicator(), accepted.regime(), accepted.periodCode(), accepted.unit(),
                accepted.report(), accepted.reportVersion(), "Đơn vị rút báo cáo", "reviewer",
                Instant.parse("2026-01-05T02:00:00Z"));
    }

    @SuppressWarnings("unchecked")
    private List<String> versions(String indicator, String period) {
        return QuarkusTransaction.requiringNew().call(() -> tables.createNativeQuery("""
                select case when retracted_at is null then 'ACCEPTED ' else 'RETRACTED ' end || report_version
                from unit_result_version where indicator = :indicator and period = :period order by id""")
                .setParameter("indicator", indicator).setParameter("period", period).getResultList());
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static String assessment(int year, String indicator) {
        return result(year, indicator).extract().asString();
    }

    private static ValidatableResponse result(int year, String indicator) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/indicators/" + indicator + "/assessment?year=" + year)
                .then().statusCode(200);
    }
}
