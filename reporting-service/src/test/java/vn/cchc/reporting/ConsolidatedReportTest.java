package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.ReportFixture.ifMatch;
import static vn.cchc.reporting.ReportFixture.withoutIfMatch;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** The Department's report is made from the accepted versions, edited, approved by the director and sent. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ConsolidatedReportTest {

    private static final String REPORT = "/api/v1/consolidated-reports/{id}";

    @Inject
    ConsolidatedFixture units;
    @Inject
    ReportFixture reports;

    @BeforeEach
    void aRegimeOfItsOwn() {
        units.create();
    }

    @AfterEach
    void removeIt() {
        units.delete();
    }

    @Test
    void aTotalIsTheSumOfNumeratorsOverTheSumOfDenominatorsAndNeverAMeanOfPercentages() {
        units.accepted("2024Q1", "TH-A", Map.of("TONGHOP-01", List.of(1, 2), "TONGHOP-02", List.of(0, 0)));
        units.accepted("2024Q1", "TH-B", Map.of("TONGHOP-01", List.of(97, 97)));
        units.accepted("2024Q1", "TH-C", Map.of("TONGHOP-01", List.of(0, 0)));
        units.submitted("2024Q1", "TH-D");

        created("2024Q1").body("figures.indicator", contains("TONGHOP-01", "TONGHOP-02", "TONGHOP-03"))
                .body("figures.status", contains("COUNTED", "NO_CASES", "NO_DATA"))
                .body("figures[0].numerator", equalTo(98)).body("figures[0].denominator", equalTo(99))
                .body("figures[0].percent", equalTo(98.99f)).body("figures[0].units", equalTo(3))
                .body("figures[1].percent", nullValue()).body("figures[1].units", equalTo(1))
                .body("figures[2].units", equalTo(0))
                .body("units.expected", equalTo(4)).body("units.reported", equalTo(3)).body("units.missing", equalTo(1));
    }

    /** As in the scoreboard: a flow covers the year from its start, a stock is taken from the latest cut-off. */
    @Test
    void aYearRestsOnTheEarlierPeriodsOfUnitsWithoutAnAnnualReport() {
        units.accepted("2024", "TH-A", Map.of("TONGHOP-01", List.of(10, 20), "TONGHOP-02", List.of(5, 10)));
        units.accepted("2024H1", "TH-A", Map.of("TONGHOP-01", List.of(4, 9), "TONGHOP-02", List.of(1, 10)));
        units.accepted("2024H1", "TH-B", Map.of("TONGHOP-01", List.of(3, 4), "TONGHOP-02", List.of(1, 10)));
        units.accepted("2024Q3", "TH-B", Map.of("TONGHOP-01", List.of(2, 4), "TONGHOP-02", List.of(2, 10)));
        units.accepted("2024Q3", "TH-C", Map.of("TONGHOP-01", List.of(1, 1), "TONGHOP-02", List.of(3, 10)));
        units.accepted("2024H1", "TH-D", Map.of("TONGHOP-01", List.of(1, 2), "TONGHOP-02", List.of(7, 10)));

        String id = created("2024").body("figures[0].numerator", equalTo(16)).body("figures[0].denominator", equalTo(30))
                .body("figures[0].units", equalTo(3)).body("figures[0].periods", equalTo("2024, 2024H1, 2024H1+2024Q3"))
                .body("figures[1].numerator", equalTo(10)).body("figures[1].denominator", equalTo(30))
                .body("figures[1].units", equalTo(3)).body("figures[1].periods", equalTo("2024, 2024Q3"))
                .body("units.reported", equalTo(1)).extract().path("id");

        as("reviewer").get(REPORT + "/sources", id).then().statusCode(200).body("items.period.toSet().sort()",
                contains("2024", "2024H1", "2024Q3")).body("items.size()", equalTo(5));
    }

    @Test
    void textsAndProposalsAreGatheredWithTheirUnits() {
        units.submitted("2024Q1", "TH-A");
        units.wrote("2024Q1", "TH-A", "Đã số hóa 1.200 hồ sơ", "Bổ sung máy quét");
        units.rated("2024Q1", "TH-A", "ACHIEVED");
        units.accept("2024Q1", "TH-A");
        units.submitted("2024Q1", "TH-B");
        units.wrote("2024Q1", "TH-B", " ", " ");
        units.rated("2024Q1", "TH-B", "PARTLY_ACHIEVED");
        units.accept("2024Q1", "TH-B");

        String id = created("2024Q1").body("figures[2].rating", equalTo("PARTLY_ACHIEVED"))
                .body("proposals.received", equalTo(1)).extract().path("id");

        as("reviewer").get(REPORT + "/texts?section=RESULTS", id).then().statusCode(200).body("items.unit", contains("TH-A"))
                .body("items.name", contains("Trường TH-A")).body("items.text", contains("Đã số hóa 1.200 hồ sơ"));
        as("reviewer").get(REPORT + "/texts?section=DIFFICULTIES", id).then().statusCode(200).body("items", empty());
        as("reviewer").body(Map.of("answer", "Sẽ bổ sung")).put(REPORT + "/proposals/1/answer", id).then().statusCode(200)
                .body("proposals.answered", equalTo(1));
        as("reviewer").body(Map.of("answer", "x")).put(REPORT + "/proposals/2/answer", id).then().statusCode(404);
        as("reviewer").get(REPORT + "/proposals", id).then().statusCode(200).body("items.text", contains("Bổ sung máy quét"))
                .body("items.answer", contains("Sẽ bổ sung"));
        as("reviewer").get(REPORT + "/units?limit=2", id).then().statusCode(200).body("items.unit", contains("TH-A", "TH-B"))
                .body("items.report", contains(notNullValue(), notNullValue())).body("next", notNullValue());
    }

    @Test
    void aRefreshTakesTheNewVersionsAndKeepsEditedTextsAndAnswers() {
        units.submitted("2024Q1", "TH-B");
        units.wrote("2024Q1", "TH-B", "a", "Kiến nghị của B");
        units.accept("2024Q1", "TH-B");
        String id = created("2024Q1").extract().path("id");
        as("reviewer").body(Map.of("text", "Tình hình chung")).put(REPORT + "/sections/GENERAL", id).then().statusCode(200);
        as("reviewer").body(Map.of("answer", "Đồng ý")).put(REPORT + "/proposals/1/answer", id).then().statusCode(200);
        units.submitted("2024Q1", "TH-A");
        units.wrote("2024Q1", "TH-A", "b", "Kiến nghị của A");
        units.accept("2024Q1", "TH-A");

        as("reviewer").get(REPORT, id).then().body("changedSince.unit", contains("TH-A"))
                .body("changedSince[0].versionThen", nullValue()).body("changedSince[0].versionNow", equalTo(1));
        as("reviewer").post(REPORT + "/refresh", id).then().statusCode(200).body("changedSince", empty())
                .body("units.reported", equalTo(2)).body("sections.text", contains("Tình hình chung"));

        as("reviewer").get(REPORT + "/proposals", id).then().body("items.number", contains(1, 2))
                .body("items.unit", contains("TH-B", "TH-A")).body("items.answer", contains("Đồng ý", null));
    }

    @Test
    void anApprovedReportIsFrozenAndALaterCorrectionShowsAsChangedSince() {
        units.accepted("2024Q1", "TH-A", Map.of("TONGHOP-01", List.of(1, 2)));
        String id = created("2024Q1").extract().path("id");
        as("viewer").get(REPORT, id).then().statusCode(404);
        as("viewer").get("/api/v1/consolidated-reports?regime=TONGHOP").then().body("items", empty());
        as("reviewer").get(REPORT + "/seal", id).then().statusCode(409).body("code", equalTo("consolidated-not-approved"));
        as("reviewer").body(dispatch()).post(REPORT + "/dispatch", id).then().statusCode(409);

        as("reviewer").post(REPORT + "/approval", id).then().statusCode(403);
        as("director").body(Map.of("signer", "Trần Thị B")).post(REPORT + "/approval", id).then().statusCode(200)
                .body("state", equalTo("APPROVED")).body("approvedBy", equalTo("director"))
                .body("signer", equalTo("Trần Thị B")).body("seal.length()", equalTo(64));
        units.corrected("2024Q1", "TH-A", 2);

        as("viewer").get(REPORT, id).then().statusCode(200).body("figures[0].numerator", equalTo(1))
                .body("changedSince.unit", contains("TH-A")).body("changedSince[0].versionThen", equalTo(1))
                .body("changedSince[0].versionNow", equalTo(2));
        as("reviewer").post(REPORT + "/refresh", id).then().statusCode(409).body("code", equalTo("consolidated-frozen"));
        as("reviewer").body(Map.of("text", "x")).put(REPORT + "/sections/GENERAL", id).then().statusCode(409);
        as("director").post(REPORT + "/approval", id).then().statusCode(409);
        as("viewer").get(REPORT + "/seal", id).then().statusCode(200).body("intact", equalTo(true));
        reports.sqlAsOwner("update consolidated_figure set numerator = 2 where indicator = 'TONGHOP-01'");
        as("viewer").get(REPORT + "/seal", id).then().body("intact", equalTo(false));
    }

    @Test
    void whoEditedAReportCannotApproveIt() {
        String id = created("2024Q1").extract().path("id");
        String both = Tokens.with("reviewer", Map.of("roles", List.of("viewer", "reviewer", "director")));

        RestAssured.given().auth().oauth2(both).contentType("application/json").header("If-Match", "*")
                .post(REPORT + "/approval", id).then()
                .statusCode(403).body("code", equalTo("consolidated-four-eyes"));
    }

    @Test
    void theDispatchIsRecordedOnceWithNumberDateChannelAndReceiver() {
        String id = created("2024Q1").extract().path("id");
        as("director").post(REPORT + "/approval", id).then().statusCode(200);
        String tag = withoutIfMatch("reviewer").get(REPORT, id).header("ETag");

        as("reviewer").body(Map.of("number", "1/BC", "date", "2024-01-01", "channel", "POST", "receiver", "x"))
                .post(REPORT + "/dispatch", id).then().statusCode(422).body("errors.pointer", contains("/date"));
        withoutIfMatch("reviewer").body(dispatch()).post(REPORT + "/dispatch", id).then().statusCode(428);
        ifMatch(tag, "reviewer").body(dispatch()).post(REPORT + "/dispatch", id).then().statusCode(200)
                .body("state", equalTo("SENT")).body("dispatch.number", equalTo("1234/BC-SGDĐT"));
        ifMatch(tag, "reviewer").body(dispatch()).post(REPORT + "/dispatch", id).then().statusCode(412);
        as("reviewer").body(dispatch()).post(REPORT + "/dispatch", id).then().statusCode(409);
        as("viewer").get(REPORT + "/seal", id).then().body("intact", equalTo(true));
        // The trail shows an entry once it is sealed.
        await().atMost(10, SECONDS).untilAsserted(() -> as("auditor")
                .get("/api/v1/audit?service=reporting&resource=consolidated-report&resourceId=" + id).then().statusCode(200)
                .body("items.entry.action", contains("CREATE", "APPROVE", "SEND")));
    }

    @Test
    void documentAndAppendixOfAnApprovedReportAreAlwaysTheSameAndFollowTheVisibilityOfTheReport() {
        units.accepted("2024Q1", "TH-A", Map.of("TONGHOP-01", List.of(17, 20)));
        String id = created("2024Q1").extract().path("id");
        as("viewer").get(REPORT + "/document.docx", id).then().statusCode(404);
        as("reviewer").get(REPORT + "/document.docx", id).then().statusCode(200);
        as("director").post(REPORT + "/approval", id).then().statusCode(200);

        byte[] first = as("viewer").get(REPORT + "/document.docx", id).then().statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
                .header("Content-Disposition", equalTo("attachment; filename=\"consolidated-report.docx\"")).extract()
                .asByteArray();
        byte[] appendix = as("viewer").get(REPORT + "/appendix.xlsx", id).then().statusCode(200)
                .contentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet").extract().asByteArray();
        units.corrected("2024Q1", "TH-A", 20);

        assertThat(as("viewer").get(REPORT + "/document.docx", id).asByteArray()).isEqualTo(first);
        assertThat(as("viewer").get(REPORT + "/appendix.xlsx", id).asByteArray()).isEqualTo(appendix);
    }

    @Test
    void theNumberOfStatementsDoesNotGrowWithTheUnits() {
        units.accepted("2024Q1", "TH-A", Map.of("TONGHOP-01", List.of(1, 3)));
        String id = created("2024Q1").extract().path("id");
        units.many("2024Q1", 1, 1);
        List<Long> few = statements(id);
        units.many("2024Q1", 2, 2_000);

        List<Long> many = statements(id);

        assertThat(few).allMatch(count -> count > 0);
        assertThat(many).isEqualTo(few);
        as("reviewer").get(REPORT, id).then().body("figures[0].numerator", equalTo(2001))
                .body("figures[0].denominator", equalTo(6003)).body("figures[0].percent", equalTo(33.33f))
                .body("proposals.received", equalTo(2000)).body("units.unexpected", equalTo(2000));
    }

    /** Statements of a refresh, of reading the report, of a page of proposals, and of the document. */
    private static List<Long> statements(String id) {
        return List.of(StatementCount.of(as("reviewer"), call -> call.post(REPORT + "/refresh", id).then().statusCode(200)),
                StatementCount.of(as("reviewer"), call -> call.get(REPORT, id).then().statusCode(200)),
                StatementCount.of(as("reviewer"),
                        call -> call.get(REPORT + "/proposals?limit=200", id).then().statusCode(200)),
                StatementCount.of(as("reviewer"),
                        call -> call.get(REPORT + "/document.docx", id).then().statusCode(200)));
    }

    @Test
    void thereIsOneReportForEachRegimeAndPeriodFromItsCutOffDay() {
        created("2024Q1");

        as("reviewer").body(Map.of("regime", "TONGHOP", "period", "2024Q1")).post("/api/v1/consolidated-reports").then()
                .statusCode(409).body("code", equalTo("consolidated-exists"));
        as("reviewer").body(Map.of("regime", "TONGHOP", "period", "2027")).post("/api/v1/consolidated-reports").then()
                .statusCode(422).body("errors.code", contains("period-not-over"));
        as("reviewer").body(Map.of("regime", "TONGHOP", "period", "2024Q9")).post("/api/v1/consolidated-reports").then()
                .statusCode(422).body("errors.pointer", contains("/period"));
        as("director").body(Map.of("period", "2024Q1")).post("/api/v1/consolidated-reports").then().statusCode(403);
    }

    private static ValidatableResponse created(String period) {
        return as("reviewer").body(Map.of("regime", "TONGHOP", "period", period)).post("/api/v1/consolidated-reports").then()
                .statusCode(201);
    }

    private static Map<String, String> dispatch() {
        return Map.of("number", "1234/BC-SGDĐT", "date", LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh")).toString(), "channel",
                "INFORMATION_SYSTEM", "receiver", "Ủy ban nhân dân tỉnh");
    }
}
