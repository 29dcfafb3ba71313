package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.Event;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

/** Draft, issued, amended, superseded or adopted, closed. Each test has plans of its own. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class PlanLifeTest {

    private static final String ISSUANCE = "{\"number\": \"21/KH-SGDĐT\", \"issuedOn\": \"2026-01-05\"}";

    @Inject
    Outbox outbox;
    @Inject
    ObjectMapper json;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @BeforeEach
    void theOfficeIsKnown() {
        publish(new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", "SGDDT", null, null, List.of(), 1, null, List.of()));
        await().atMost(20, SECONDS).until(() -> as("planner").body("{\"indicator\": \"CT99\", \"unit\": \"VP\"}")
                .post("/api/v1/assignments").then().extract().body().asString().contains("unknown-unit") == false);
    }

    @Test
    void aDraftIsReplacedAndIssuedBySomeoneElseAndOnlyThenPublished() throws Exception {
        ObjectNode draft = plan("LFA").put("draft", true);
        String tag = register(draft).body("state", equalTo("DRAFT")).extract().header("ETag");
        get("/scoreboard?plan=KH-LFA&year=2026", 409).body("code", equalTo("plan-is-draft"));
        assertThat(published("LFA1.1")).isEmpty();

        draft.put("title", "Kế hoạch sửa lại");
        as("planner").header("If-Match", tag).body(draft.toString()).put("/api/v1/plans/KH-LFA").then().statusCode(200)
                .body("title", equalTo("Kế hoạch sửa lại"));
        issue("planner", "KH-LFA").statusCode(409).body("code", equalTo("own-draft"));
        issue("director", "KH-LFA").statusCode(200).body("state", equalTo("ISSUED")).body("number", equalTo("21/KH-SGDĐT"));

        ValidatableResponse history = get("/plans/KH-LFA?includeHistory=true", 200)
                .body("history.state", contains("DRAFT", "DRAFT", "ISSUED"))
                .body("history.title[1]", equalTo("Kế hoạch sửa lại")).body("history.number[2]", equalTo("21/KH-SGDĐT"));
        get("/plans/KH-LFA?includeHistory=true&asOf=" + history.extract().path("history[1].recordedAt"), 200)
                .body("history.state", contains("DRAFT", "DRAFT"));
        get("/plans/KH-LFA", 200).body("history", nullValue());

        issue("director", "KH-LFA").statusCode(409).body("code", equalTo("plan-issued"));
        as("planner").header("If-Match", "*").body(draft.toString()).put("/api/v1/plans/KH-LFA").then().statusCode(409);
        get("/scoreboard?plan=KH-LFA&year=2026", 200).body("indicators.code", contains("LFA1.1", "LFA1.2", "LFA2"));
        await().atMost(20, SECONDS).until(() -> !published("LFA1.1").isEmpty());
    }

    @Test
    void aPlanIsExportedAsTheDocumentFromWhichItIsRegistered() throws Exception {
        register(plan("LFB"));

        ObjectNode exported = (ObjectNode) json.readTree(get("/plans/KH-LFB/document", 200).extract().asString());
        assertThat(withoutNulls(exported)).isEqualTo(withoutNulls(plan("LFB")));
        register((ObjectNode) json.readTree(exported.toString().replace("LFB", "LFC")));
        get("/plans/schema", 200).contentType("application/schema+json").body("properties.code.type", equalTo("string"));
    }

    @Test
    void aRevisionAmendsThePlanAndAClosedPlanDoesNotChange() throws Exception {
        register(plan("LFD"));
        revise("LFD1.1");
        get("/plans/KH-LFD", 200).body("state", equalTo("AMENDED"));

        as("viewer").header("If-Match", "*").body("{\"reason\": \"x\"}").post("/api/v1/plans/KH-LFD/closure").then()
                .statusCode(403);
        as("planner").header("If-Match", "*").body("{\"reason\": \"Đã tổng kết\"}").post("/api/v1/plans/KH-LFD/closure").then()
                .statusCode(200).body("state", equalTo("CLOSED"));
        as("planner").body("{\"rationale\": \"x\", \"validFrom\": \"2026-01-01\", \"name\": \"x\"}")
                .post("/api/v1/indicators/LFD1.1/revisions").then().statusCode(409).body("code", equalTo("plan-closed"));
        as("planner").body("{\"indicator\": \"LFD1.1\", \"unit\": \"VP\"}").post("/api/v1/assignments").then().statusCode(409)
                .body("code", equalTo("plan-closed"));
        get("/scoreboard?plan=KH-LFD&year=2026", 200);
    }

    @Test
    void aSuccessorEndsThePlanWhosePlaceItTakes() throws Exception {
        register(plan("LFE"));
        ObjectNode successor = plan("LFF").put("draft", true).put("supersedes", "KH-LFE").put("validFrom", "2027-01-01");
        ((ObjectNode) successor.at("/indicators/1")).put("adopts", "LFE1.2");
        register(successor).body("supersedes", equalTo("KH-LFE"));
        get("/plans/KH-LFE", 200).body("state", equalTo("ISSUED"));

        issue("director", "KH-LFF").statusCode(200);

        get("/plans/KH-LFE", 200).body("state", equalTo("ADOPTED")).body("supersededBy", equalTo("KH-LFF"))
                .body("endedOn", equalTo("2026-12-31"));
        get("/indicators/LFF1.2", 200).body("adopts", equalTo("LFE1.2"));
        get("/scoreboard?plan=KH-LFE&year=2026", 200).body(verdict("LFE1.2"), equalTo("NO_DATA"));
        get("/scoreboard?plan=KH-LFE&year=2027", 200).body(verdict("LFE1.2"), equalTo("NO_MILESTONE"));
        await().atMost(20, SECONDS)
                .until(() -> published("LFE1.2").stream().anyMatch(event -> event.contains("\"validTo\":\"2026-12-31\"")));
    }

    @Test
    void anAdoptedIndicatorGoesOnWithTheFiguresAndTheUnitsThatReportedThem() throws Exception {
        publish(new UnitRecorded("LF-CT", "Sở Cần Thơ", "Department of Cần Thơ", "OFFICE", null, null, null, List.of(), 1, null,
                List.of()));
        publish(PeriodFixture.definedMonths("LI", 2027).toArray(PeriodDefined[]::new));
        register(plan("LIA"));
        IntStream.rangeClosed(1, 6).forEach(month -> publish(figure("LIA1.2", month, "VP", 8, 1)));
        await().atMost(20, SECONDS).untilAsserted(
                () -> get("/scoreboard?plan=KH-LIA&year=2027", 200).body(result("LIA1.2", "numerator"), equalTo(48)));
        ObjectNode successor = plan("LIB").put("draft", true).put("supersedes", "KH-LIA").put("validFrom", "2027-07-01");
        ((ObjectNode) successor.at("/indicators/1")).put("adopts", "LIA1.2").put("leadUnit", "LF-CT");
        await().atMost(20, SECONDS)
                .until(() -> as("planner").body(successor.toString()).post("/api/v1/plans").statusCode() == 201);
        get("/indicators/LIB1.2/results", 409);

        issue("director", "KH-LIB").statusCode(200);
        IntStream.rangeClosed(7, 12).forEach(month -> publish(figure("LIB1.2", month, "LF-CT", 9, 1)));
        // A correction of what the former unit reported under the former plan.
        publish(figure("LIA1.2", 6, "VP", 5, 2));

        await().atMost(20, SECONDS).untilAsserted(() -> get("/scoreboard?plan=KH-LIB&year=2027", 200)
                .body(result("LIB1.2", "numerator"), equalTo(40 + 5 + 54)).body(result("LIB1.2", "denominator"), equalTo(120))
                .body("indicators.find { it.code == 'LIB1.2' }.flags", empty()).body(verdict("LIB1.2"), equalTo("NOT_MET")));
        get("/indicators/LIB1.2/results/2027", 200).body("units.items.unit", contains("LF-CT", "VP"))
                .body("units.items[1].accepted.period", hasItem("2027M06")).body("units.items[1].numerator", equalTo(45));
        get("/indicators/LIB1.2/results", 200).body("items.period", hasItems("2027M01", "2027M12", "2027"));
        get("/indicators/LIB1.2", 200).body("assignments.unit", contains("LF-CT", "VP"))
                .body("assignments.validTo", contains(null, "2027-06-30"));
        get("/indicators/LIA1.2", 200).body("assignments.validTo", contains("2027-06-30"));
        get("/scoreboard?plan=KH-LIA&year=2027", 200).body(verdict("LIA1.2"), equalTo("NO_MILESTONE"));
        assertThat(published("LIB1.2").stream().reduce((one, other) -> other).orElseThrow()).doesNotContain("\"VP\"");

        String shown = get("/scoreboard?plan=KH-LIB&year=2027", 200).extract().asString();
        String rebuild = as("admin").post("/api/v1/rebuilds").then().statusCode(202).extract().path("id");
        await().atMost(60, SECONDS)
                .until(() -> as("admin").get("/api/v1/rebuilds/" + rebuild).then().extract().path("state").equals("DONE"));
        assertThat(get("/scoreboard?plan=KH-LIB&year=2027", 200).extract().asString()).isEqualTo(shown);
    }

    @Test
    void anAdoptedSurveyIndicatorGoesOnWithItsResults() throws Exception {
        register(survey(plan("LIC"), "LIC2"));
        publish(surveyed("LIC2", 2026, 26, 1));
        await().atMost(20, SECONDS).untilAsserted(
                () -> get("/scoreboard?plan=KH-LIC&year=2026", 200).body(result("LIC2", "numerator"), equalTo(26)));
        ObjectNode successor = survey(plan("LID"), "LID2").put("draft", true).put("supersedes", "KH-LIC")
                .put("validFrom", "2027-01-01");
        ((ObjectNode) successor.at("/indicators/2")).put("adopts", "LIC2");
        register(successor);

        issue("director", "KH-LID").statusCode(200);
        // By events: a correction of the former indicator's result, and the next year's own result.
        publish(surveyed("LIC2", 2026, 27, 2), surveyed("LID2", 2027, 30, 1));

        await().atMost(20, SECONDS).untilAsserted(() -> get("/indicators/LID2/results", 200)
                .body("items.period", contains("2026", "2027")).body("items.numerator", contains(27, 30)));
        get("/scoreboard?plan=KH-LIC&year=2026", 200).body(result("LIC2", "numerator"), equalTo(27));
        get("/indicators/LIC2/results", 200).body("items.period", contains("2026"));
    }

    private static ObjectNode survey(ObjectNode plan, String code) {
        ObjectNode indicator = (ObjectNode) plan.at("/indicators/2");
        indicator.put("code", code).put("type", "SURVEY").put("direction", "AT_LEAST").put("directionSource", "READING")
                .put("continuationRule", "MAINTAIN").put("numerator", "Số câu trả lời hài lòng")
                .put("denominator", "Số câu trả lời").putArray("milestones").addObject().put("year", 2026).put("percent", 80);
        return plan;
    }

    private static SurveyResultPublished surveyed(String indicator, int year, long satisfied, int version) {
        return new SurveyResultPublished(indicator, null, year, satisfied, 31, 31, null, null, "POOLED", 1, "WILSON", version,
                null, UUID.nameUUIDFromBytes((indicator + year).getBytes(UTF_8)), "SIPAS", 1, "surveyor",
                Instant.parse("2026-12-01T02:00:00Z"));
    }

    private static UnitResultAccepted figure(String indicator, int month, String unit, long numerator, int version) {
        PeriodDefined period = PeriodFixture.definedMonths("LI", 2027).get(month - 1);
        var window = new UnitResultAccepted.Period(period.code(), period.year(), period.from(), period.to(), period.yearFrom(),
                period.annual());
        return new UnitResultAccepted(indicator, null, window, unit, numerator, 10L, null, null,
                UUID.nameUUIDFromBytes((unit + period.code()).getBytes(UTF_8)), version, "LI", "vp-head",
                Instant.parse("2027-12-16T02:00:00Z"), "reviewer", Instant.parse("2027-12-17T02:00:00Z").plusSeconds(version),
                null, List.of());
    }

    private static String result(String indicator, String field) {
        return "indicators.find { it.code == '%s' }.result?.%s".formatted(indicator, field);
    }

    @Test
    void everyFaultOfASuccessorIsNamed() throws Exception {
        register(plan("LFG"));
        ObjectNode successor = plan("LFH").put("supersedes", "KH-LFG").put("regime", "OTHER");
        ((ObjectNode) successor.at("/indicators/0")).put("adopts", "LFG2");
        ((ObjectNode) successor.at("/indicators/1")).put("adopts", "LFG1.2");
        ((ObjectNode) successor.at("/indicators/2")).put("adopts", "NONE");
        as("planner").body(successor.toString()).post("/api/v1/plans").then().statusCode(422).body("errors.pointer",
                containsInAnyOrder("/supersedes", "/indicators/0/adopts", "/indicators/1/adopts", "/indicators/2/adopts"))
                .body("errors.code", containsInAnyOrder("only-for-draft", "other-type", "other-regime", "unknown-indicator"));
        successor.remove("supersedes");
        as("planner").body(successor.toString()).post("/api/v1/plans").then().statusCode(422).body("errors.code",
                hasItem("nothing-superseded")).body("errors.code", not(hasItem("other-type")));
    }

    private List<String> published(String indicator) {
        return KafkaTopics.read(kafka, IndicatorDefined.TOPIC).stream().filter(event -> event.key().equals(indicator))
                .map(event -> new String(event.value(), UTF_8)).toList();
    }

    private static void revise(String indicator) {
        String draft = as("planner").body("""
                {"decisionNumber": "15/QĐ-SGDĐT", "decisionDate": "2026-03-02", "signer": "Giám đốc Sở", "rationale": "x",
                 "validFrom": "2026-01-01", "name": "Tên mới"}""").post("/api/v1/indicators/" + indicator + "/revisions").then()
                .statusCode(201).extract().path("id");
        given().auth().oauth2(Tokens.with("planner", Map.of("sub", "second-planner"))).header("If-Match", "*")
                .post("/api/v1/indicators/" + indicator + "/revisions/" + draft + "/issuance").then().statusCode(200);
    }

    private static ValidatableResponse register(ObjectNode plan) {
        return as("planner").body(plan.toString()).post("/api/v1/plans").then().statusCode(201);
    }

    private static ValidatableResponse issue(String persona, String plan) {
        return as(persona).header("If-Match", "*").body(ISSUANCE).post("/api/v1/plans/" + plan + "/issuance").then();
    }

    private ObjectNode plan(String prefix) throws IOException {
        return (ObjectNode) json.readTree(read("/plan/KH-TTHC-2026.json").toString().replace("KH-TTHC-2026", "KH-" + prefix)
                .replace("TTHC1", prefix + "1").replace("TTHC2", prefix + "2")
                .replace("\"TTHC\"", "\"" + prefix.substring(0, 2) + "\""));
    }

    private ObjectNode read(String resource) throws IOException {
        try (InputStream file = PlanLifeTest.class.getResourceAsStream(resource)) {
            return (ObjectNode) json.readTree(file);
        }
    }

    /** A field that is null and one that is absent are the same. */
    private ObjectNode withoutNulls(ObjectNode document) throws IOException {
        return (ObjectNode) json.copy()
                .setDefaultPropertyInclusion(Include.NON_EMPTY)
                .valueToTree(json.copy().convertValue(document, Map.class));
    }

    private static String verdict(String indicator) {
        return "indicators.find { it.code == '%s' }.verdict".formatted(indicator);
    }

    private static RequestSpecification as(String persona) {
        return given().auth().oauth2(Tokens.of(persona)).contentType("application/json");
    }

    private static ValidatableResponse get(String path, int status) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(status);
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }
}
