package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.firstQuarter;
import static vn.cchc.targets.result.AcceptedFixture.rated;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.Event;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.messaging.outbox.Outbox;

/** The service whole: what comes over Kafka changes what the API answers. Events are sent by the service's own relay. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ScoreboardFollowsTest {

    @Inject
    Outbox outbox;

    @Test
    void thePlanIsLoadedAsItIsPrinted() {
        viewer().get("/api/v1/plans/KH-SGDDT-2022").then().statusCode(200).body("number", nullValue()).body("yearTo",
                equalTo(2030));
        viewer().get("/api/v1/targets").then().statusCode(200).body("items", hasSize(16)).body("items[4].indicators",
                contains("CT05.1", "CT05.2", "CT05.3"));
        viewer().get("/api/v1/targets/4").then().body("wording", containsString("mỗi năm tăng tối thiểu 20%"));
        viewer().get("/api/v1/indicators/CT04").then().statusCode(200)
                .body("milestones.percent", contains(30, 50, 70, 90, 100))
                .body("milestones.year", contains(2021, 2022, 2023, 2024, 2025)).body("assignments.unit", contains("VP"));
    }

    @Test
    void theScoreboardListsEveryIndicatorInThePlansOrder() {
        List<String> codes = scoreboard(2019).getList("indicators.code");

        assertThat(codes).hasSize(23).isSorted().startsWith("CT01.1").endsWith("CT16");
    }

    @Test
    void anAcceptedFigureShowsWithItsVerdictAndItsLineage() throws Exception {
        publish(EventSample.read("unit-result-accepted").event(UnitResultAccepted.class),
                accepted("CT05.1", year(2030), "VP", 17, 20),
                accepted("CT05.1", year(2022), "VP", 17, 20));

        awaitVerdict(2025, "CT05.1", "MET");
        awaitVerdict(2030, "CT05.1", "NOT_MET");
        awaitVerdict(2022, "CT05.1", "NOT_DUE");
        viewer().get("/api/v1/indicators/CT05.1/assessment?year=2025").then().body("result.percent", equalTo(85.00f))
                .body("milestone.percent", equalTo(80)).body("shareOfMilestone", equalTo(106.25f))
                .body("explanationEn", containsString("17 of 20"));
        viewer().get("/api/v1/indicators/CT05.1/results/2025").then().statusCode(200).body("units.items", hasSize(1))
                .body("units.items[0].accepted[0].acceptedBy", equalTo("reviewer"))
                .body("units.items[0].accepted[0].reportVersion", equalTo(1))
                .body("units.items[0].accepted[0].acceptedAt", equalTo("2025-12-17T02:00:00Z"));
        viewer().get("/api/v1/indicators/CT05.1/results").then().body("items.period", contains("2022", "2025", "2030"));
    }

    @Test
    void unitsAreSummedAndThoseWithoutCasesAddNothing() {
        publish(accepted("CT11", year(2025), "CNTT", 90, 100), accepted("CT11", year(2025), "VP", 1, 2),
                accepted("CT11", year(2025), "KHTC", 0, 0));

        await().atMost(10, SECONDS).until(() -> Integer.valueOf(3).equals(row(2025, "CT11").get("result.units")));

        JsonPath row = row(2025, "CT11");
        assertThat(row.getInt("result.numerator")).isEqualTo(91);
        assertThat(row.getInt("result.denominator")).isEqualTo(102);
        assertThat(row.getString("result.percent")).isEqualTo("89.22");
        assertThat(row.getString("verdict")).isEqualTo("NOT_MET");
    }

    @Test
    void aCorrectionReplacesItsFigureAndAnOlderVersionNever() {
        publish(accepted("CT06", year(2025), "VP", 1, 10), accepted("CT06", year(2025), "VP", 9, 10, 2),
                accepted("CT06", year(2025), "VP", 1, 10), accepted("CT06", year(2025), "KHTC", 0, 0));

        await().atMost(10, SECONDS).until(() -> Integer.valueOf(2).equals(row(2025, "CT06").get("result.units")));

        assertThat(row(2025, "CT06").getInt("result.numerator")).isEqualTo(9);
    }

    @Test
    void aDuplicateEventCountsOnce() {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(accepted("CT07", firstHalf(2025), "VP", 3, 4));
            outbox.add(accepted("CT07", firstHalf(2025), "VP", 3, 4));
        });
        publish(accepted("CT07", firstHalf(2025), "CNTT", 1, 4));

        await().atMost(10, SECONDS).until(() -> row(2025, "CT07").get("result") != null
                && Integer.valueOf(2).equals(row(2025, "CT07").get("result.units")));

        assertThat(row(2025, "CT07").getInt("result.numerator")).isEqualTo(4);
        assertThat(row(2025, "CT07").getList("flags")).contains("PROVISIONAL");
        assertThat(row(2025, "CT07").getList("result.basis")).isEqualTo(List.of("2025H1"));
    }

    @Test
    void aFlowsYearFollowsItsReportsAsTheyCome() {
        publish(accepted("CT05.3", firstHalf(2023), "VP", 10, 40));
        await().atMost(10, SECONDS).until(() -> basis(2023, "CT05.3").equals(List.of("2023H1")));

        publish(accepted("CT05.3", thirdQuarter(2023), "VP", 5, 10));
        await().atMost(10, SECONDS).until(() -> basis(2023, "CT05.3").equals(List.of("2023H1+2023Q3")));
        assertThat(row(2023, "CT05.3").getInt("result.numerator")).isEqualTo(15);
        assertThat(row(2023, "CT05.3").getList("flags")).contains("PROVISIONAL");

        publish(accepted("CT05.3", year(2023), "VP", 33, 60));
        await().atMost(10, SECONDS).until(() -> basis(2023, "CT05.3").equals(List.of("2023")));
        assertThat(row(2023, "CT05.3").getInt("result.numerator")).isEqualTo(33);
        assertThat(row(2023, "CT05.3").getInt("result.denominator")).isEqualTo(60);
        assertThat(row(2023, "CT05.3").getList("flags")).isEmpty();
        viewer().get("/api/v1/indicators/CT05.3/results/2023Q3").then().body("result.numerator", equalTo(5));
    }

    @Test
    void anIndicatorIsVisibleWithMilestoneAndFigureInEverySubPeriodOfTheYear() {
        List<String> stock = List.of("CT03.1", "80");
        List<String> flow = List.of("CT05.3", "50");
        for (var indicator : List.of(stock, flow)) {
            visible(indicator, null, null);
            publish(accepted(indicator.get(0), firstQuarter(2028), "VP", 1, 4));
            visible(indicator, "2028Q1", "25.0");
            publish(accepted(indicator.get(0), firstHalf(2028), "VP", 1, 2));
            visible(indicator, "2028H1", "50.0");
        }
        publish(accepted("CT03.1", thirdQuarter(2028), "VP", 3, 4), accepted("CT05.3", thirdQuarter(2028), "VP", 5, 6));
        visible(stock, "2028Q3", "75.0");
        visible(flow, "2028H1+2028Q3", "75.0");
        for (var indicator : List.of(stock, flow)) {
            publish(accepted(indicator.get(0), year(2028), "VP", 9, 10));
            visible(indicator, "2028", "90.0");
            viewer().get("/api/v1/indicators/{code}/results", indicator.get(0)).then()
                    .body("items.period", hasItems("2028Q1", "2028H1", "2028Q3", "2028"));
        }
    }

    @Test
    void thePartsOfAWindowThatTwoUnitsShareAddUp() {
        record("PART-A");
        record("PART-B");
        assign("CT05.3", "PART-A", "2032-12-15", "2033-06-30");
        assign("CT05.3", "PART-B", "2033-07-01", "2033-12-14");

        publish(accepted("CT05.3", firstHalf(2033), "PART-A", 10, 40), accepted("CT05.3", thirdQuarter(2033), "PART-A", 1, 5),
                accepted("CT05.3", thirdQuarter(2033), "PART-B", 4, 15));

        await().atMost(10, SECONDS).untilAsserted(() -> assessment("CT05.3", 2033).body("result?.numerator", equalTo(15)));
        assessment("CT05.3", 2033).body("result.denominator", equalTo(60)).body("flags", hasItem("PROVISIONAL"))
                .body("contributions.items.numerator", contains(11, 4))
                .body("contributions.items.denominator", contains(45, 15))
                .body("grounds.rule", equalTo("RATIO_AT_LEAST"))
                .body("grounds.steps.value.subList(0, 3)", contains("15", "60", "25.00"))
                .body("contributions.items.accepted.period", contains(List.of("2033H1", "2033Q3"), List.of("2033Q3")));
        viewer().get("/api/v1/indicators/CT05.3/results/2033Q3").then().body("result.numerator", equalTo(5))
                .body("result.denominator", equalTo(20));
    }

    private void record(String unit) {
        publish(new UnitRecorded(unit, "Đơn vị " + unit, "Unit " + unit, "OFFICE", "SGDDT", null, null, List.of(), 1, null,
                List.of()));
    }

    private static void assign(String indicator, String unit, String from, String to) {
        await().atMost(20, SECONDS).until(() -> given().auth().oauth2(Tokens.of("planner")).contentType("application/json")
                .body("{\"indicator\": \"%s\", \"unit\": \"%s\", \"validFrom\": \"%s\", \"validTo\": \"%s\"}"
                        .formatted(indicator, unit, from, to))
                .post("/api/v1/assignments").statusCode() == 201);
    }

    /** On the scoreboard and on the page of the indicator. */
    private static void visible(List<String> indicator, String basis, String percent) {
        String code = indicator.get(0);
        await().atMost(10, SECONDS).until(() -> basis(2028, code).equals(Stream.ofNullable(basis).toList()));
        JsonPath row = row(2028, code);
        assertThat(row.getString("milestone.percent")).isEqualTo(indicator.get(1));
        assertThat(row.getString("result?.percent")).isEqualTo(percent);
        viewer().get("/api/v1/indicators/{code}/assessment?year=2028", code).then().statusCode(200)
                .body("milestone.percent.toString()", equalTo(indicator.get(1)))
                .body("result?.percent?.toString()", equalTo(percent));
    }

    @Test
    void aReductionIsComputedFromTenYearlyAmountsOfTwoUnits() {
        for (int year = 2021; year <= 2025; year++) {
            publish(accepted("CT08.2", year(year), "KHTC", 60, 60), accepted("CT08.2", year(year), "VP", 40, 40));
        }
        for (int year = 2026; year <= 2029; year++) {
            publish(accepted("CT08.2", year(year), "KHTC", 50, 50), accepted("CT08.2", year(year), "VP", 36, 36));
        }
        await().atMost(20, SECONDS).untilAsserted(() -> assessment("CT08.2", 2029).body("reduction.amounts", hasSize(9)));
        assessment("CT08.2", 2023).body("result", nullValue()).body("reduction.amounts", hasSize(3))
                .body("contributions.items.numerator", contains(60, 40));
        assessment("CT08.2", 2029).body("verdict", equalTo("NOT_DUE")).body("flags", hasItem("PROVISIONAL"))
                .body("result.percent", equalTo(14.00f)).body("reduction.complete", equalTo(false))
                .body("explanation", containsString("mới có số liệu được duyệt đủ của 9 trên 10 năm"));

        publish(accepted("CT08.2", year(2030), "KHTC", 50, 50), accepted("CT08.2", year(2030), "VP", 36, 36));
        awaitVerdict(2030, "CT08.2", "NOT_MET");
        await().atMost(20, SECONDS).untilAsserted(() -> assessment("CT08.2", 2030).body("result.percent", equalTo(14.00f))
                .body("reduction.complete", equalTo(true)).body("flags", not(hasItem("PROVISIONAL"))));
        viewer().get("/api/v1/indicators/CT08.2/results/2030").then().statusCode(200)
                .body("result.percent", equalTo(14.00f));

        publish(accepted("CT08.2", year(2030), "VP", 31, 31, 2));
        awaitVerdict(2030, "CT08.2", "MET");
        assessment("CT08.2", 2030).body("result.percent", equalTo(15.00f)).body("grounds.steps.expression",
                contains("500 ÷ 5", "425 ÷ 5", "500 × 1 - 425 × 1", "500 × 1", "75 × 100 ÷ 500", "75 × 100 ≥ 15 × 500"));
        viewer().get("/api/v1/indicators/CT08.2/forecast").then().statusCode(200).body("reason", equalTo("TOO_FEW_POINTS"));
    }

    @Test
    void aRatingShowsAsTheVerdictWithItsGroundsAndWhoJudged() {
        var evidence = new UnitResultAccepted.Evidence("12/BC-SGDĐT", LocalDate.of(2025, 12, 1), "Sở", "Báo cáo đội ngũ", "3",
                null, null);
        publish(rated("CT13.1", year(2025), "TCCB", "PARTLY_ACHIEVED", evidence),
                rated("CT13.1", year(2025), "KHTC", "ACHIEVED"));

        awaitVerdict(2025, "CT13.1", "PARTLY_ACHIEVED");

        await().atMost(10, SECONDS).untilAsserted(() -> assessment("CT13.1", 2025)
                .body("contributions.items.unit", contains("KHTC", "TCCB")));
        assessment("CT13.1", 2025).body("contributions.items.rating", contains("ACHIEVED", "PARTLY_ACHIEVED"))
                .body("contributions.items[1].accepted[0].statement", equalTo("Theo báo cáo"))
                .body("contributions.items[1].accepted[0].acceptedBy", equalTo("reviewer"))
                .body("contributions.items[1].accepted[0].acceptedAt", equalTo("2025-12-17T02:00:00Z"))
                .body("contributions.items[1].accepted[0].evidence.number", contains("12/BC-SGDĐT"))
                .body("contributions.items[1].accepted[0].evidence.date", contains("2025-12-01"))
                .body("contributions.items[0].accepted[0].evidence", empty());
    }

    @Test
    void aPublishedSurveyShowsWithItsCampaign() throws Exception {
        SurveyResultPublished published = EventSample.read("survey-result-published").event(SurveyResultPublished.class);
        publish(published);

        await().atMost(10, SECONDS).until(() -> row(published.year(), published.indicator()).get("result") != null);

        viewer().get("/api/v1/indicators/" + published.indicator() + "/results/" + published.year()).then().statusCode(200)
                .body("survey.campaign", equalTo(published.campaign().toString())).body("survey.method", equalTo("POOLED"));
    }

    @Test
    void surveyResultsOfDifferentMethodsAreNeverCompared() {
        publish(surveyed(2007, "POOLED"), surveyed(2008, "DOSSIERS"), surveyed(2009, "DOSSIERS"));
        await().atMost(10, SECONDS)
                .until(() -> Stream.of(2007, 2008, 2009).allMatch(year -> row(year, "CT14").get("result") != null));

        assessment("CT14", 2008).body("result.method", equalTo("DOSSIERS")).body("yearBefore", nullValue())
                .body("yearBeforeOtherMethods", contains("POOLED"))
                .body("explanation", containsString("nên không so sánh với năm trước"));
        assessment("CT14", 2009).body("result.method", equalTo("DOSSIERS")).body("yearBefore.method", equalTo("DOSSIERS"))
                .body("yearBeforeOtherMethods", empty());
        viewer().get("/api/v1/indicators/CT14/results/2008?method=POOLED").then().statusCode(404);
    }

    @Test
    void twoMethodsInOneYearStayTwoSeriesEverywhere() {
        publish(surveyed(2031, "DOSSIERS"), surveyed(2032, "POOLED"), surveyed(2032, "DOSSIERS"));
        await().atMost(10, SECONDS).untilAsserted(() -> assessment("CT14", 2032).body("otherMethods", hasSize(1)));

        viewer().get("/api/v1/indicators/CT14/results?limit=200").then()
                .body("items.findAll { it.period == '2032' }.method", contains("DOSSIERS", "POOLED"));
        String shown = row(2032, "CT14").getString("result.method");
        String other = shown.equals("POOLED") ? "DOSSIERS" : "POOLED";
        assessment("CT14", 2032).body("result.method", equalTo(shown)).body("result.denominator", equalTo(31))
                .body("otherMethods", contains(other)).body("explanationEn", containsString("a series of its own"));
    }

    @Test
    void anAbolishedUnitLeadsNoLonger() throws Exception {
        publish(EventSample.read("unit-recorded").event(UnitRecorded.class));

        await().atMost(10, SECONDS).until(() -> "TTR".equals(row(2024, "CT12").getString("leadUnit.code")));

        assertThat(row(2025, "CT12").getString("leadUnit.name")).isEqualTo("Chưa có đơn vị chủ trì");
    }

    @Test
    void onlyThePlannerAssignsAnotherUnit() {
        publish(new UnitRecorded("KHTC", "Phòng Kế hoạch - Tài chính", "Planning and Finance Division", "OFFICE", "SGDDT", null,
                null, List.of(), 1, null, List.of()));
        String body = "{\"indicator\": \"CT08.1\", \"unit\": \"KHTC\", \"validFrom\": \"2020-01-01\"}";

        given().auth().oauth2(Tokens.of("viewer")).contentType("application/json").body(body).post("/api/v1/assignments").then()
                .statusCode(403).contentType("application/problem+json");
        await().atMost(10, SECONDS).untilAsserted(() -> given().auth().oauth2(Tokens.of("planner"))
                .contentType("application/json").body(body).post("/api/v1/assignments").then().statusCode(409)
                .body("code", equalTo("already-assigned")));
        given().auth().oauth2(Tokens.of("planner")).contentType("application/json").header("Accept-Language", "en")
                .body("{\"indicator\": \"CT99\", \"unit\": \"XX\", \"validFrom\": \"2025-01-02\", \"validTo\": \"2025-01-01\"}")
                .post("/api/v1/assignments").then().statusCode(422)
                .body("errors.pointer", contains("/indicator", "/unit", "/validTo"))
                .body("errors.detail", hasItem("There is no indicator CT99."));
    }

    @Test
    void unknownResourcesAndParametersAreRefused() {
        viewer().get("/api/v1/indicators/CT99").then().statusCode(404).contentType("application/problem+json")
                .body("code", equalTo("not-found")).body("traceId.length()", equalTo(32));
        viewer().get("/api/v1/scoreboard?yaer=2025").then().statusCode(400).body("code", equalTo("unknown-parameter"))
                .body("errors[0].pointer", equalTo("yaer"));
        viewer().get("/api/v1/scoreboard?year=abc").then().statusCode(400).body("code", equalTo("invalid-parameter"));
        viewer().get("/api/v1/scoreboard?year=12").then().statusCode(400).body("errors[0].pointer", equalTo("year"));
        viewer().get("/api/v1/indicators?limit=0").then().statusCode(400).body("errors[0].pointer", equalTo("limit"));
        given().get("/api/v1/indicators").then().statusCode(401).contentType("application/problem+json")
                .body("code", equalTo("unauthorized")).header("WWW-Authenticate", containsString("Bearer"));
        given().get("/api/v1/problems/targets/already-assigned").then().statusCode(200).contentType("text/html");
    }

    @Test
    void aListIsReadPageByPage() {
        JsonPath first = viewer().get("/api/v1/indicators?limit=20").then().statusCode(200)
                .header("Link", containsString("rel=\"next\"")).extract().jsonPath();
        JsonPath second = viewer().get(first.getString("next")).then().statusCode(200).extract().jsonPath();

        assertThat(first.getList("items")).hasSize(20);
        assertThat(second.getList("items.code")).isEqualTo(List.of("CT14", "CT15", "CT16"));
        assertThat(second.getString("next")).isNull();
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static void awaitVerdict(int year, String code, String verdict) {
        await().atMost(10, SECONDS).until(() -> {
            JsonPath row = row(year, code);
            return row.get("result") != null && verdict.equals(row.getString("verdict"));
        });
    }

    private static List<String> basis(int year, String code) {
        JsonPath row = row(year, code);
        return row.get("result") == null ? List.of() : row.getList("result.basis");
    }

    private static JsonPath row(int year, String code) {
        return scoreboard(year).setRootPath("indicators.find { it.code == '" + code + "' }");
    }

    private static JsonPath scoreboard(int year) {
        return viewer().get("/api/v1/scoreboard?year=" + year).then().statusCode(200).extract().jsonPath();
    }

    private static ValidatableResponse assessment(String code, int year) {
        return viewer().get("/api/v1/indicators/" + code + "/assessment?year=" + year).then().statusCode(200);
    }

    private static SurveyResultPublished surveyed(int year, String method) {
        return new SurveyResultPublished("CT14", "KH-SGDDT-2022", year, 26, 31, 31, null, null, method, 1, "WILSON", 1, null,
                UUID.randomUUID(), "SIPAS", 1, "surveyor", LocalDate.of(year, 12, 1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("viewer"));
    }
}
