package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.Event;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.messaging.outbox.Outbox;

/**
 * The whole service: indicators arrive by Kafka, reports are prepared and reviewed by HTTP, accepted figures are published by
 * Kafka.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ReportJourneyTest {

    @Inject
    Outbox outbox;

    @Inject
    EntityManager database;

    @Inject
    ReportFixture reports;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void publishIndicators() {
        reports.publishIndicators();
    }

    @Test
    void theUnitsOfThePlanAndTheFourPeriodsOfTheRegimeAreLoaded() {
        for (String unit : List.of("CNTT", "KHTC", "SGDDT", "TCCB", "TTR", "VP")) {
            viewer().get("/api/v1/units/{code}", unit).then().statusCode(200).body("code", equalTo(unit));
        }
        viewer().get("/api/v1/units/TTR").then().body("validTo", equalTo("2025-06-30")).body("agencyCode", nullValue());
        viewer().get("/api/v1/periods?regime=CCHC&year=2025").then().statusCode(200)
                .body("items.code", contains("2025Q1", "2025H1", "2025Q3", "2025"))
                .body("items[3].from", equalTo("2024-12-15")).body("items[3].cutOff", equalTo("2025-12-14"))
                .body("items[3].deadlines.UNIT", equalTo("2025-12-16"))
                .body("items[3].deadlines.PROVINCE", equalTo("2025-12-22"));
    }

    @Test
    void figuresArePublishedAtAcceptanceAndNotBefore() {
        String report = draft("2025");
        enterAll(report, 17, 20);
        submit(report).then().statusCode(200).body("state", equalTo("SUBMITTED"));
        assertThat(accepted(report, 0)).isEmpty();
        as("tccb-head").get("/api/v1/reports/{id}/seal", report).then().statusCode(409);

        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200).body("state", equalTo("ACCEPTED"))
                .body("acceptedBy", equalTo("reviewer"));

        List<UnitResultAccepted> events = accepted(report, 2);
        assertThat(events).extracting(UnitResultAccepted::indicator).containsExactlyInAnyOrder("CT90", "CT91");
        UnitResultAccepted counted = events.stream().filter(event -> event.indicator().equals("CT90")).findFirst()
                .orElseThrow();
        assertThat(counted.numerator()).isEqualTo(17);
        assertThat(counted.denominator()).isEqualTo(20);
        assertThat(counted.acceptedBy()).isEqualTo("reviewer");
        assertThat(counted.submittedBy()).isEqualTo("tccb-head");
        assertThat(counted.period().annual()).isTrue();
        assertThat(counted.key()).isEqualTo("CT90|CCHC|2025|TCCB");
        viewer().get("/api/v1/reports/{id}/seal", report).then().statusCode(200).body("intact", equalTo(true))
                .body("format", equalTo(1)).body("seal",
                        equalTo(counted.seal()));
    }

    @Test
    void theSealRevealsAChangeOfTheTables() {
        String report = draft("2018");
        enterAll(report, 3, 4);
        submit(report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);

        reports.sqlAsOwner("update report_version_figure set numerator = 4 where report = '%s' and indicator = 'CT90'"
                .formatted(report));

        viewer().get("/api/v1/reports/{id}/seal", report).then().statusCode(200).body("intact", equalTo(false));
    }

    @Test
    void aReturnNeedsAReasonWhichIsKept() {
        String report = draft("2024");
        enterAll(report, 1, 2);
        submit(report).then().statusCode(200);

        given().auth().oauth2(Tokens.of("reviewer")).header("If-Match", "*").noContentType()
                .post("/api/v1/reports/{id}/return", report).then()
                .statusCode(422);
        as("reviewer").post("/api/v1/reports/{id}/return", report).then().statusCode(422)
                .contentType("application/problem+json").body("code", equalTo("return-without-reason"))
                .body("errors.pointer", contains("/reasonCode", "/reason"));
        as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "  ")).post("/api/v1/reports/{id}/return", report)
                .then().statusCode(422).body("errors.pointer", contains("/reason"));
        as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Chưa khớp phụ lục"))
                .post("/api/v1/reports/{id}/return", report).then().statusCode(200).body("state", equalTo("RETURNED"));

        as("tccb-reporter").get("/api/v1/reports/{id}/history", report).then().body("items.action",
                contains("CREATE", "SUBMIT", "RETURN")).body("items[2].reason", equalTo("Chưa khớp phụ lục"))
                .body("items[2].by", equalTo("reviewer"));
        enterAll(report, 2, 2);
        submit(report).then().statusCode(200);
    }

    @Test
    void allViolationsAreListedAndNothingIsStored() {
        String report = draft("2023");

        as("tccb-reporter").header("Accept-Language", "en")
                .body(Map.of("CT90", Map.of("numerator", 21, "denominator", 20), "CT91", Map.of("rating", "ACHIEVED"), "CT04",
                        Map.of("numerator", 1, "denominator", 1)))
                .put("/api/v1/reports/{id}/figures", report).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/CT90/numerator", "/CT91/statement", "/CT04"))
                .body("errors.detail", hasItem("The numerator 21 is above the denominator 20."));
        as("tccb-reporter").body("{\"numerator\": 17.5, \"denominator\": 20}")
                .put("/api/v1/reports/{id}/figures/CT90", report).then().statusCode(400).body("code", equalTo("invalid-body"))
                .body("errors[0].pointer", equalTo("/numerator"));

        as("tccb-reporter").get("/api/v1/reports/{id}", report).then().body("figures.indicator", contains("CT90", "CT91"))
                .body("figures.enteredBy", contains(nullValue(), nullValue()));
    }

    @Test
    void whoDeletesAllFiguresIsRecordedAsAContributor() {
        String report = draft("2060");
        enterAll(report, 1, 2);

        as("tccb-head").body(Map.of()).put("/api/v1/reports/{id}/figures", report).then().statusCode(200)
                .body("figures.enteredBy", contains(nullValue(), nullValue()));

        assertThat(reports.selectLong("select count(*) from report_contributor where report = '%s'".formatted(report)))
                .isEqualTo(2);
    }

    @Test
    void aPointerToAnUnknownIndicatorIsEscaped() {
        as("tccb-reporter").body(Map.of("A/B~", Map.of("numerator", 1, "denominator", 1)))
                .put("/api/v1/reports/{id}/figures", draft("2061")).then().statusCode(422)
                .body("errors.pointer", contains("/A~1B~0"));
    }

    @Test
    void everyLineOfTheLanguagesCounts() {
        as("tccb-reporter").header("Accept-Language", "fr", "en").post("/api/v1/reports/{id}/check", draft("2062")).then()
                .body("errors.detail", hasItem("The figure of the indicator CT90 is missing."));
    }

    @Test
    void theQualityGateListsMissingFiguresAndPreventsTheSubmission() {
        String report = draft("2022");
        as("tccb-reporter").body(Map.of("numerator", 0, "denominator", 0)).put("/api/v1/reports/{id}/figures/CT90", report)
                .then().statusCode(200);

        as("tccb-reporter").post("/api/v1/reports/{id}/check", report).then().statusCode(200).body("ready", equalTo(false))
                .body("errors.pointer", contains("/figures/CT91"));
        submit(report).then().statusCode(422).body("code", equalTo("not-ready")).body("errors.pointer",
                contains("/figures/CT91"));
    }

    @Test
    void aReportOfAPeriodToComeCanBePreparedButNotSubmitted() {
        String report = draft("2090");
        enterAll(report, 1, 2);

        as("tccb-reporter").post("/api/v1/reports/{id}/check", report).then().body("ready", equalTo(false)).body("errors.code",
                contains("cut-off-not-reached"));
        as("tccb-reporter").post("/api/v1/reports/{id}/handover", report).then().statusCode(200);
        submit(report).then().statusCode(422).body("code", equalTo("not-ready"))
                .body("errors.code", contains("cut-off-not-reached"))
                .body("errors.detail", contains("Báo cáo chỉ được gửi và duyệt từ ngày chốt số liệu 14/12/2090."));
    }

    /** The cut-off of a regime can be moved after a submission. */
    @Test
    void aReportOfAPeriodToComeCannotBeAccepted() {
        String report = draft("2091");
        enterAll(report, 1, 2);
        reports.sql(
                """
                        update report set state = 'SUBMITTED', submitted_by = 'tccb-head', submitted_at = now(), first_submitted_at = now()
                        where id = '%s'"""
                        .formatted(report));

        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(422).body("code",
                equalTo("cut-off-not-reached"));
    }

    @Test
    void theUnitHeadReturnsAReportToItsAuthorWithAReason() {
        String report = draft("2025Q1");
        enterAll(report, 1, 2);
        Map<String, String> reason = Map.of("reasonCode", "WRONG_FIGURE", "reason", "Chưa khớp phụ lục");
        as("tccb-reporter").post("/api/v1/reports/{id}/handover", report).then().statusCode(200);

        as("vp-head").body(reason).post("/api/v1/reports/{id}/return", report).then().statusCode(404);
        as("tccb-reporter").body(reason).post("/api/v1/reports/{id}/return", report).then().statusCode(403);
        as("reviewer").body(reason).post("/api/v1/reports/{id}/return", report).then().statusCode(409).body("detail",
                equalTo("Không thể trả lại báo cáo đang chờ thủ trưởng đơn vị."));
        as("tccb-head").body(Map.of("reasonCode", "WRONG_FIGURE")).post("/api/v1/reports/{id}/return", report).then()
                .statusCode(422).body("errors.pointer", contains("/reason"));
        as("tccb-head").body(reason).post("/api/v1/reports/{id}/return", report).then().statusCode(200).body("state",
                equalTo("RETURNED"));

        as("tccb-reporter").get("/api/v1/reports/{id}/history", report).then()
                .body("items.action", contains("CREATE", "HANDOVER", "RETURN_TO_AUTHOR"))
                .body("items[2].by", equalTo("tccb-head")).body("items[2].reason", equalTo("Chưa khớp phụ lục"))
                .body("items[2].reasonCode", equalTo("WRONG_FIGURE"));
        enterAll(report, 2, 2);
        submit(report).then().statusCode(200);
        as("tccb-head").body(reason).post("/api/v1/reports/{id}/return", report).then().statusCode(403);
    }

    @Test
    void aReviewerWhoHandedTheReportOverCannotAcceptIt() {
        String both = Tokens.with("reviewer", Map.of("sub", "both", "roles", List.of("reviewer", "reporter"), "unit", "TCCB"));
        String report = draft("2025H1");
        enterAll(report, 1, 2);
        with(both).post("/api/v1/reports/{id}/handover", report).then().statusCode(200);
        submit(report).then().statusCode(200).body("contributors", contains("both", "tccb-head", "tccb-reporter"));

        with(both).post("/api/v1/reports/{id}/acceptance", report).then().statusCode(403).body("code", equalTo("four-eyes"));

        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    @Test
    void theDraftOfAPersonWhoLeftIsContinuedByAnotherOfTheUnit() {
        String report = draft("2018H1");
        as("tccb-reporter").body(Map.of("CT90", Map.of("numerator", 17, "denominator", 20)))
                .put("/api/v1/reports/{id}/figures", report).then()
                .statusCode(200);
        String successor = Tokens.with("tccb-reporter", Map.of("sub", "successor"));
        String returned = Tokens.with("reviewer", Map.of("sub", "tccb-reporter"));

        with(successor).body(Map.of("rating", "ACHIEVED", "statement", "Đủ hồ sơ"))
                .put("/api/v1/reports/{id}/figures/CT91", report).then().statusCode(200);

        submit(report).then().statusCode(200).body("contributors", contains("successor", "tccb-head", "tccb-reporter"));
        // Who left can come back to the Department as a reviewer.
        with(returned).post("/api/v1/reports/{id}/acceptance", report).then().statusCode(403).body("code",
                equalTo("four-eyes"));
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
    }

    @Test
    void everyStatusChangeIsPublished() {
        String report = draft("2025Q3");
        enterAll(report, 1, 2);
        submit(report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);

        assertThat(
                published(ReportStatusChanged.TOPIC, ReportStatusChanged.class, event -> event.report().toString(), report, 3))
                .extracting(ReportStatusChanged::status, ReportStatusChanged::version)
                .containsExactly(tuple("DRAFT", 1L), tuple("SUBMITTED", 2L), tuple("ACCEPTED", 3L));
    }

    @Test
    void anotherUnitCanNeitherChangeNorReadAReportThatIsNotAccepted() {
        String report = draft("2021");

        as("vp-reporter").body(Map.of("period", "2021", "unit", "TCCB")).post("/api/v1/reports").then().statusCode(403)
                .body("code", equalTo("foreign-unit"));
        as("vp-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(404);
        viewer().get("/api/v1/reports/{id}", report).then().statusCode(404);
        viewer().get("/api/v1/reports?period=2021").then().body("items", hasSize(0));
        as("tccb-reporter").get("/api/v1/reports?period=2021").then().body("items.id", contains(report));
        as("tccb-reporter").post("/api/v1/reports/{id}/submission", report).then().statusCode(403);
        as("tccb-head").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(403);
    }

    @Test
    void anotherSystemEntersFiguresForItsUnitsButSubmitsForNone() {
        String system = Tokens.with("one-stop-system", Map.of("units", List.of("TCCB", "KHTC")));

        String report = with(system).body(Map.of("period", "2017", "unit", "TCCB")).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
        with(system).body(Map.of("numerator", 1, "denominator", 2)).put("/api/v1/reports/{id}/figures/CT90", report).then()
                .statusCode(200).body("figures[0].enteredBy", equalTo("one-stop-system"));
        with(system).body(Map.of("period", "2017", "unit", "VP")).post("/api/v1/reports").then().statusCode(403).body("code",
                equalTo("foreign-unit"));
        with(system).post("/api/v1/reports/{id}/submission", report).then().statusCode(403);
        as("one-stop-system").body(Map.of("numerator", 1, "denominator", 2))
                .put("/api/v1/reports/{id}/figures/CT90", report).then().statusCode(404);
    }

    @Test
    void aClosedUnitReportsItsLastPeriodButNoLaterOne() {
        String begun = as("khtc-reporter").body(Map.of("period", "2015Q3", "unit", "KHTC")).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
        String submitted = as("khtc-head").body(Map.of("period", "2016", "unit", "KHTC")).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
        String before = as("khtc-head").body(Map.of("period", "2015", "unit", "KHTC")).post("/api/v1/reports").then()
                .statusCode(201).extract().path("id");
        as("khtc-head").post("/api/v1/reports/{id}/submission", submitted).then().statusCode(200);

        endKhtcOn(LocalDate.of(2015, 4, 30));
        try {
            Stream.of(as("khtc-head").body(Map.of()).put("/api/v1/reports/{id}/figures", begun),
                    as("khtc-head").body(Map.of()).put("/api/v1/reports/{id}/figures/CT90", begun),
                    as("khtc-head").body(Map.of()).put("/api/v1/reports/{id}/narrative", begun),
                    as("khtc-head").post("/api/v1/reports/{id}/handover", begun),
                    as("khtc-head").post("/api/v1/reports/{id}/submission", begun),
                    as("reviewer").post("/api/v1/reports/{id}/acceptance", submitted))
                    .forEach(refused -> refused.then().statusCode(409).body("code", equalTo("unit-closed-since")));
            as("khtc-head").post("/api/v1/reports/{id}/withdrawal", submitted).then().statusCode(200);
            as("khtc-head").post("/api/v1/reports/{id}/submission", before).then().statusCode(200);
        } finally {
            endKhtcOn(null);
        }
    }

    private void endKhtcOn(LocalDate lastDay) {
        QuarkusTransaction.requiringNew().run(() -> database
                .createQuery("update Unit set validTo = :lastDay where code = 'KHTC'")
                .setParameter("lastDay", lastDay).executeUpdate());
    }

    @Test
    void thereIsOneReportPerRegimePeriodAndUnit() {
        String report = draft("2020");

        as("tccb-reporter").body(Map.of("period", "2020", "unit", "TCCB")).post("/api/v1/reports").then().statusCode(409)
                .body("code", equalTo("report-exists"));
        as("ttr-reporter").body(Map.of("period", "2026", "unit", "TTR")).post("/api/v1/reports").then().statusCode(422)
                .body("errors[0].code", equalTo("unit-closed"));
        as("ttr-reporter").body(Map.of("period", "2025", "unit", "TTR")).post("/api/v1/reports").then().statusCode(201)
                .header("Location", notNullValue());
        as("tccb-reporter").body(Map.of("regime", "XX", "period", "2020", "unit", "TCCB")).post("/api/v1/reports").then()
                .statusCode(422).body("errors.pointer", contains("/regime"));
        as("tccb-reporter").body(Map.of("period", "2020M03", "unit", "TCCB")).post("/api/v1/reports").then().statusCode(422)
                .body("errors.code", contains("invalid-period"));
        as("tccb-reporter").body(Map.of("period", "2020", "unit", "TCCB", "state", "ACCEPTED")).post("/api/v1/reports").then()
                .statusCode(400).body("code", equalTo("invalid-body"));
        assertThat(report).isNotBlank();
    }

    @Test
    void theAdministratorCreatesASchool() {
        var school = Map.of("code", "THPT-01", "name", "Trường THPT số 1", "nameEn", "Upper secondary school no. 1", "type",
                "SERVICE_UNIT", "parent", "SGDDT");

        as("viewer").body(school).post("/api/v1/units").then().statusCode(403);
        String location = as("admin").body(school).post("/api/v1/units").then().statusCode(201).extract().header("Location");
        viewer().get(location).then().statusCode(200).body("code", equalTo("THPT-01"));
        as("admin").body(school).post("/api/v1/units").then().statusCode(409).body("code", equalTo("unit-exists"));
        as("admin").body(Map.of("code", "x y")).post("/api/v1/units").then().statusCode(422).body("errors.pointer",
                containsInAnyOrder("/code", "/name", "/nameEn", "/type"));

        viewer().get("/api/v1/units?limit=5").then().body("items", hasSize(5)).body("next", notNullValue()).body("items.code",
                not(hasItem("VP")));
    }

    @Test
    void aPublishedIndicatorIsRequired() {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(sample()));

        await().atMost(10, SECONDS).until(() -> reports.countIndicators() >= 4);

        as("vp-reporter").body(Map.of("period", "2019", "unit", "VP")).post("/api/v1/reports").then().statusCode(201)
                .body("figures.indicator", contains("CT05.1"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "[]", "\"x\"", "5", "{} {}", "{\"code\": 5}", "{\"code\": \"A\", \"code\": \"B\"}",
            "{\"type\": 0}", "{\"validFrom\": [2025, 1, 1]}", "{\"validFrom\": \"+999999999-12-31\"}",
            "{\"name\": \"a\\u0000b\"}", "{\"name\": \"\\ud800\"}", "{\"name\": \"a\\u0007b\"}", "{\"unknown\": 1}", "[[[[[[",
            "null" })
    void anInvalidBodyIsRefused(String body) {
        as("admin").header("Accept-Language", "en").body(body).post("/api/v1/units").then()
                .statusCode(body.isEmpty() || body.equals("null") ? 422 : 400).contentType("application/problem+json")
                .body("code", equalTo(body.isEmpty() || body.equals("null") ? "invalid-input" : "invalid-body"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/units/%00", "/units?cursor=AA", "/units?cursor=%25%25", "/reports?unit=%00",
            "/reports?cursor=QQ",
            "/periods?regime=%00", "/periods?year=12", "/reports?state=SOMEWHERE" })
    void anInvalidParameterIsRefused(String path) {
        as("reviewer").urlEncodingEnabled(false).get("/api/v1" + path).then().statusCode(400)
                .contentType("application/problem+json").body("code", equalTo("invalid-parameter"));
    }

    @Test
    void textsAreStoredInUnicodeNormalFormC() {
        String report = draft("2016");

        as("tccb-reporter").body(Map.of("results", Normalizer.normalize("Đã số hóa", Normalizer.Form.NFD)))
                .put("/api/v1/reports/{id}/narrative", report).then().statusCode(200)
                .body("narrative.results", equalTo(Normalizer.normalize("Đã số hóa", Normalizer.Form.NFC)));
    }

    @Test
    void theDefaultLanguageIsVietnamese() {
        as("admin").body(Map.of("code", "X1", "name", "x", "nameEn", " ", "type", "OFFICE")).post("/api/v1/units").then()
                .statusCode(422).body("errors.detail", contains("không được để trống"));
    }

    @Test
    void onlyJsonIsServed() {
        viewer().accept("application/xml").get("/api/v1/units").then().statusCode(406).contentType("application/problem+json");
    }

    private String draft(String period) {
        return as("tccb-reporter").body(Map.of("period", period, "unit", "TCCB")).post("/api/v1/reports").then().statusCode(201)
                .body("state", equalTo("DRAFT")).body("figures.indicator", contains("CT90", "CT91")).extract().path("id");
    }

    private static void enterAll(String report, int numerator, int denominator) {
        as("tccb-reporter")
                .body(Map.of("CT90", Map.of("numerator", numerator, "denominator", denominator), "CT91",
                        Map.of("rating", "ACHIEVED", "statement", "Đủ hồ sơ")))
                .put("/api/v1/reports/{id}/figures", report).then().statusCode(200);
        as("tccb-reporter").body(Map.of("results", "Đã hoàn thành")).put("/api/v1/reports/{id}/narrative", report).then()
                .statusCode(200).body("narrative.results", equalTo("Đã hoàn thành"));
    }

    private static Response submit(String report) {
        return as("tccb-head").post("/api/v1/reports/{id}/submission", report);
    }

    @Test
    void anAcceptedCorrectionPublishesItsFiguresAndRetractsTheOneThatItLeavesOut() {
        String report = draft("2024Q1");
        enterAll(report, 17, 20);
        submit(report).then().statusCode(200);
        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200);
        as("reviewer")
                .body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Sai", "requestedBy", "Thanh tra tỉnh", "changes", "CT90"))
                .post("/api/v1/reports/{id}/correction", report).then().statusCode(200);
        as("tccb-reporter").body(Map.of("CT90", Map.of("numerator", 18, "denominator", 20)))
                .put("/api/v1/reports/{id}/figures", report).then().statusCode(200);
        submit(report).then().statusCode(200);

        as("reviewer").post("/api/v1/reports/{id}/acceptance", report).then().statusCode(200).body("version", equalTo(2));

        assertThat(accepted(report, 3)).extracting(UnitResultAccepted::indicator, UnitResultAccepted::reportVersion,
                UnitResultAccepted::numerator).containsExactlyInAnyOrder(tuple("CT90", 1, 17L), tuple("CT91", 1, null),
                        tuple("CT90", 2, 18L));
        assertThat(published(UnitResultRetracted.TOPIC, UnitResultRetracted.class, event -> event.report().toString(), report,
                1)).extracting(UnitResultRetracted::indicator, UnitResultRetracted::reportVersion,
                        UnitResultRetracted::reason, UnitResultRetracted::retractedBy)
                .containsExactly(tuple("CT91", 2, "Sai", "reviewer"));
        assertThat(
                published(ReportStatusChanged.TOPIC, ReportStatusChanged.class, event -> event.report().toString(), report, 6))
                .extracting(ReportStatusChanged::status, ReportStatusChanged::reportVersion,
                        ReportStatusChanged::acceptedVersion)
                .containsExactly(tuple("DRAFT", 1, null), tuple("SUBMITTED", 1, null), tuple("ACCEPTED", 1, 1),
                        tuple("DRAFT", 2, 1), tuple("SUBMITTED", 2, 1), tuple("ACCEPTED", 2, 2));
    }

    private List<UnitResultAccepted> accepted(String report, int expected) {
        return published(UnitResultAccepted.TOPIC, UnitResultAccepted.class, event -> event.report().toString(), report,
                expected);
    }

    /** Waits until as many events of the report as expected are published, and returns all that there are. */
    private <E extends Event> List<E> published(String topic, Class<E> type, Function<E, String> reportOf, String report,
            int expected) {
        Map<String, Object> settings = Map.of("bootstrap.servers", kafka, "group.id", UUID.randomUUID().toString(),
                "auto.offset.reset", "earliest", "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            List<E> found = new ArrayList<>();
            await().atMost(10, SECONDS).until(() -> {
                consumer.poll(Duration.ofMillis(500)).forEach(message -> read(message, type).ifPresent(found::add));
                return found.stream().filter(event -> reportOf.apply(event).equals(report)).count() >= expected;
            });
            return found.stream().filter(event -> reportOf.apply(event).equals(report)).toList();
        }
    }

    /** Empty if the event is of another type. */
    private static <E extends Event> Optional<E> read(ConsumerRecord<String, byte[]> message, Class<E> type) {
        CloudEvent envelope = KafkaMessageFactory.createReader(message).toEvent();
        assertThat(envelope.getSource()).hasToString("/services/reporting");
        assertThat(envelope.getSubject()).isEqualTo(message.key());
        return envelope.getType().equals("vn.cchc." + type.getSimpleName())
                ? Optional.of(EventFormat.read(message.value(), type))
                : Optional.empty();
    }

    private static IndicatorDefined sample() {
        return EventSample.read("indicator-defined").event(IndicatorDefined.class);
    }

    private static RequestSpecification viewer() {
        return as("viewer");
    }

    private static RequestSpecification as(String persona) {
        return with(Tokens.of(persona));
    }

    private static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json")
                .filter(ReportFixture::acceptAnyVersion);
    }
}
