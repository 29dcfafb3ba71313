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
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.Event;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** Each test has a plan of its own for 2026 and 2027: 75 % in 2026, where 70 % bind, and 80 % in 2027, where 90 % bind. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class RevisionTest {

    private static final String DRAFT = """
            {"decisionNumber": "15/QĐ-SGDĐT", "decisionDate": "2026-03-02", "signer": "Giám đốc Sở",
             "rationale": "Kế hoạch của tỉnh nâng chỉ tiêu", "validFrom": "%s", %s}""";

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    @Test
    void thePreviewOfARetroactiveRevisionIsTheDifferenceOfTheScoreboards() {
        plan("RVA");
        String draft = draft("RVA1.2", "2026-01-01",
                "\"milestones\": [{\"year\": 2026, \"percent\": 80}, {\"year\": 2027, \"percent\": 90}]");
        Map<Integer, String> before = scoreboards("RVA");
        Instant moment = Instant.now();

        get("/indicators/RVA1.2/revisions/" + draft + "/preview").body("retroactive", equalTo(true))
                .body("changes.year", contains(2026)).body("changes[0].before.verdict", equalTo("MET"))
                .body("changes[0].after.verdict", equalTo("NOT_MET")).body("changes[0].before.milestone.percent", equalTo(70))
                .body("changes[0].after.milestone.percent", equalTo(80)).body("overlaps", empty());
        List<String> preview = previewed(draft);
        assertThat(scoreboards("RVA")).isEqualTo(before);
        issue("RVA1.2", draft).statusCode(200).body("state", equalTo("ISSUED"));

        Map<Integer, String> after = scoreboards("RVA");
        assertThat(differences(before, after)).isEqualTo(preview).hasSize(1);
        get("/scoreboard?plan=KH-RVA&year=2026").body(row("RVA1.2") + ".milestone.decision.number", equalTo("15/QĐ-SGDĐT"));
        get("/scoreboard?plan=KH-RVA&year=2027").body(row("RVA1.2") + ".milestone.decision", nullValue());
        assertThat(scoreboards("RVA", "&asOf=" + moment)).isEqualTo(before);
    }

    @Test
    void anEarlierScoreboardStaysTheSameToTheByteAfterARevisionACorrectionAMergerAndARebuild() {
        publish(new UnitRecorded("RV-OLD", "Phòng cũ", "Former office", "OFFICE", "SGDDT", null, null, List.of(), 1, null,
                List.of()));
        plan("RVG", "RV-OLD");
        Map<Integer, String> before = scoreboards("RVG");
        Instant moment = Instant.now();

        issue("RVG1.2",
                draft("RVG1.2", "2026-01-01", "\"milestones\": [{\"year\": 2026, \"percent\": 80}], \"name\": \"Tên mới\""));
        publish(figure("RVG", "RV-OLD", 2026, 90, 2, Instant.now()));
        publish(new UnitRecorded("RV-OLD", "Phòng cũ", "Former office", "OFFICE", "SGDDT", null, LocalDate.of(2026, 6, 30),
                List.of(), 2, null, List.of("VP")));
        await().atMost(20, SECONDS).untilAsserted(() -> get("/scoreboard?plan=KH-RVG&year=2026")
                .body(row("RVG1.2") + ".result.numerator", equalTo(90)).body(row("RVG1.2") + ".leadUnit.code", equalTo("VP")));
        Map<Integer, String> now = scoreboards("RVG");

        assertThat(now.get(2026)).isNotEqualTo(before.get(2026));
        assertThat(scoreboards("RVG", "&asOf=" + moment)).isEqualTo(before);
        rebuild();
        assertThat(scoreboards("RVG")).isEqualTo(now);
        assertThat(scoreboards("RVG", "&asOf=" + moment)).isEqualTo(before);
    }

    private static void rebuild() {
        String rebuild = as("admin").post("/api/v1/rebuilds").then().statusCode(202).extract().path("id");
        await().atMost(60, SECONDS)
                .until(() -> as("admin").get("/api/v1/rebuilds/" + rebuild).then().extract().path("state").equals("DONE"));
    }

    @Test
    void aRevisionChangesTheWordingOfTheTargetFromItsFirstDayOn() {
        plan("RVH");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        String printed = get("/targets/1?plan=KH-RVH").body("revisedBy", nullValue()).extract().path("wording");
        Instant moment = Instant.now();

        issue("RVH1.1", draft("RVH1.1", today.toString(), "\"targetWording\": \"Đạt tối thiểu 98%\"")).statusCode(200)
                .body("targetWording", equalTo("Đạt tối thiểu 98%"));
        issue("RVH1.2", draft("RVH1.2", today.plusDays(1).toString(), "\"targetWording\": \"Từ ngày mai\"")).statusCode(200);

        get("/targets/1?plan=KH-RVH").body("wording", equalTo("Đạt tối thiểu 98%")).body("nameEn", notNullValue())
                .body("revisedBy", equalTo("15/QĐ-SGDĐT"));
        get("/targets?plan=KH-RVH").body("items.wording[0]", equalTo("Đạt tối thiểu 98%"))
                .body("items.revisedBy", contains("15/QĐ-SGDĐT", null));
        get("/plans/KH-RVH/targets/1?asOf=" + moment).body("wording", equalTo(printed));
        get("/plans/KH-RVH/document").body("targets[0].wording", equalTo(printed));
    }

    @Test
    void aRevisionLetsTheMilestoneRiseFromTheLastActual() {
        plan("RVR");
        get("/indicators/RVR1.2/assessment?year=2027").body("verdict", equalTo("NOT_MET"))
                .body("milestone.percent", equalTo(90)).body("milestoneSource", equalTo("SET"));
        String draft = draft("RVR1.2", "2027-01-01", "\"yearlyRise\": {\"points\": 5, \"from\": \"LAST_ACTUAL\"}");

        get("/indicators/RVR1.2/revisions/" + draft + "/preview").body("changes.year", contains(2027))
                .body("changes[0].after.verdict", equalTo("MET")).body("changes[0].after.milestone.percent", equalTo(80));
        issue("RVR1.2", draft).statusCode(200).body("yearlyRise.from", equalTo("LAST_ACTUAL"));

        get("/indicators/RVR1.2/assessment?year=2027").body("verdict", equalTo("MET")).body("milestone.percent", equalTo(80))
                .body("milestoneSource", equalTo("LAST_ACTUAL"))
                .body("grounds.steps.expression", hasItem("min(100, 75 × 100 ÷ 100 + 5)"));
        get("/scoreboard?plan=KH-RVR&year=2027").body(row("RVR1.2") + ".verdict", equalTo("MET"));
        get("/indicators/RVR1.2/assessment?year=2026").body("milestoneSource", equalTo("SET"));
        as("planner").body(DRAFT.formatted("2027-01-01",
                "\"direction\": \"AT_MOST\", \"yearlyRise\": {\"points\": 5, \"from\": \"LAST_ACTUAL\"}"))
                .post("/api/v1/indicators/RVR1.2/revisions").then().statusCode(422)
                .body("errors.pointer", contains("/yearlyRise"));
    }

    @Test
    void aYearIsJudgedByTheDefinitionOfItsLastDay() {
        plan("RVB");
        issue("RVB1.2", draft("RVB1.2", "2026-12-31", "\"direction\": \"AT_MOST\""));
        issue("RVB1.1", draft("RVB1.1", "2027-01-01", "\"name\": \"Hồ sơ trả đúng hẹn\", \"continuationRule\": \"NONE\""));

        get("/scoreboard?plan=KH-RVB&year=2026").body(row("RVB1.2") + ".verdict", equalTo("NOT_MET"))
                .body(row("RVB1.2") + ".direction", equalTo("AT_MOST"))
                .body(row("RVB1.1") + ".name", equalTo("Hồ sơ giải quyết đúng hạn"));
        get("/scoreboard?plan=KH-RVB&year=2027").body(row("RVB1.2") + ".verdict", equalTo("MET"))
                .body(row("RVB1.1") + ".name", equalTo("Hồ sơ trả đúng hẹn"))
                .body(row("RVB1.1") + ".verdict", equalTo("NO_MILESTONE"));
    }

    @Test
    void revisionsOfTheSameFieldsSayWhichPrevails() {
        plan("RVC");
        String earlier = draft("RVC1.2", "2026-06-01",
                "\"milestones\": [{\"year\": 2026, \"percent\": 60}], \"numerator\": \"Số hồ sơ\"");
        issue("RVC1.2", earlier);
        String over = draft("RVC1.2", "2026-05-01", "\"milestones\": [{\"year\": 2026, \"percent\": 76}]");
        get("/indicators/RVC1.2/revisions/" + over + "/preview").body("overlaps.revision", contains(earlier))
                .body("overlaps[0].fields", contains("milestones")).body("overlaps[0].replaced", equalTo(false))
                .body("changes", empty());
        String after = draft("RVC1.2", "2026-07-01", "\"milestones\": [{\"year\": 2026, \"percent\": 76}]");
        get("/indicators/RVC1.2/revisions/" + after + "/preview").body("overlaps[0].replaced", equalTo(true))
                .body("changes.year", contains(2026));
        issue("RVC1.2", after).statusCode(200);

        get("/indicators/RVC1.2/assessment?year=2026").body("verdict", equalTo("NOT_MET")).body("milestone.percent",
                equalTo(76));
        get("/indicators/RVC1.2").body("numerator", equalTo("Số hồ sơ")).body("history", nullValue());
        get("/indicators/RVC1.2?includeHistory=true").body("history.validFrom", contains(null, "2026-06-01", "2026-07-01"))
                .body("history.validTo", contains("2026-05-31", "2026-06-30", null))
                .body("history.revision", contains(null, earlier, after))
                .body("history[0].milestones.percent", contains(70, 90)).body("history[1].milestones.percent", contains(60))
                .body("history[2].numerator", equalTo("Số hồ sơ"));
        get("/indicators/RVC1.2/revisions").body("items.id", contains(earlier, over, after))
                .body("items.state", contains("ISSUED", "DRAFT", "ISSUED"));
    }

    @Test
    void aRevisionIsIssuedWithItsDecisionBySomeoneElse() {
        plan("RVD");
        String draft = drafted("RVD1.2", """
                {"rationale": "Dự thảo", "validFrom": "2026-01-01", "milestones": [{"year": 2026, "percent": 80}]}""");
        String tag = tag("RVD1.2", draft);

        issue("RVD1.2", draft).statusCode(422).body("errors.pointer", contains("/decisionNumber", "/decisionDate", "/signer"));
        as("planner").header("If-Match", tag).body(DRAFT.formatted("2026-01-01", "\"direction\": \"EXACTLY\""))
                .put("/api/v1/indicators/RVD1.2/revisions/" + draft).then().statusCode(200);
        as("planner").header("If-Match", tag).post("/api/v1/indicators/RVD1.2/revisions/" + draft + "/issuance").then()
                .statusCode(412).body("changes.action", contains("CHANGE"));
        as("planner").header("If-Match", "*").post("/api/v1/indicators/RVD1.2/revisions/" + draft + "/issuance").then()
                .statusCode(409).body("code", equalTo("own-draft"));
        as("viewer").header("If-Match", "*").post("/api/v1/indicators/RVD1.2/revisions/" + draft + "/issuance").then()
                .statusCode(403);
        issue("RVD1.2", draft).statusCode(200);
        issue("RVD1.2", draft).statusCode(409).body("code", equalTo("not-a-draft"));
        given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/indicators/RVD1.2/revisions/" + draft + "/preview").then()
                .statusCode(409);
        String other = draft("RVD1.2", "2026-01-01", "\"direction\": \"EXACTLY\"");
        as("planner").header("If-Match", "*").post("/api/v1/indicators/RVD1.2/revisions/" + other + "/withdrawal").then()
                .statusCode(200).body("state", equalTo("WITHDRAWN"));
    }

    @Test
    void everyFaultOfADraftIsNamed() {
        plan("RVE");

        as("planner").body("""
                {"signer": "", "validFrom": "2031-01-01", "direction": "AT_LEAST", "numerator": "x",
                 "milestones": [{"year": 2026, "percent": 80}, {"year": 2035}, {"year": 2026}]}""")
                .post("/api/v1/indicators/RVE2/revisions").then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/signer", "/rationale", "/validFrom", "/direction", "/numerator",
                        "/milestones/0/percent", "/milestones/1/year", "/milestones/2/year"));
        as("planner").body("{\"rationale\": \"x\", \"validFrom\": \"2026-01-01\"}").post("/api/v1/indicators/RVE2/revisions")
                .then()
                .statusCode(422).body("errors.code", contains("nothing-revised"));
        as("planner").body("{}").post("/api/v1/indicators/RVE9/revisions").then().statusCode(404);
        as("viewer").body("{}").post("/api/v1/indicators/RVE2/revisions").then().statusCode(403);
    }

    @Test
    void theOtherServicesReceiveTheDefinitionThatIsInForceToday() {
        plan("RVF");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Ho_Chi_Minh"));
        issue("RVF1.2", draft("RVF1.2", today.toString(), "\"name\": \"Tên từ hôm nay\""));
        issue("RVF1.2", draft("RVF1.2", today.plusDays(1).toString(), "\"name\": \"Tên từ ngày mai\""));

        await().atMost(20, SECONDS).until(() -> lastPublished("RVF1.2").contains("Tên từ hôm nay"));
        get("/indicators/RVF1.2").body("name", equalTo("Tên từ hôm nay"));
        assertThat(KafkaTopics.read(kafka, IndicatorDefined.TOPIC)).noneMatch(
                event -> event.key().equals("RVF1.2") && new String(event.value(), UTF_8).contains("Tên từ ngày mai"));
    }

    private String lastPublished(String indicator) {
        return KafkaTopics.read(kafka, IndicatorDefined.TOPIC).stream().filter(event -> event.key().equals(indicator))
                .reduce((one, other) -> other).map(event -> new String(event.value(), UTF_8)).orElse("");
    }

    private List<String> previewed(String draft) {
        JsonPath preview = get("/indicators/RVA1.2/revisions/" + draft + "/preview").extract().jsonPath();
        return preview.getList("changes", Map.class).stream().map(change -> change.get("year") + " RVA1.2 "
                + judgement((Map<?, ?>) change.get("before")) + " > " + judgement((Map<?, ?>) change.get("after"))).toList();
    }

    private static List<String> differences(Map<Integer, String> before, Map<Integer, String> after) {
        List<String> differences = new ArrayList<>();
        for (int year : List.of(2026, 2027)) {
            List<Map<String, ?>> rows = JsonPath.from(before.get(year)).getList("indicators");
            List<Map<String, ?>> now = JsonPath.from(after.get(year)).getList("indicators");
            for (int i = 0; i < rows.size(); i++) {
                if (!judgement(rows.get(i)).equals(judgement(now.get(i)))) {
                    differences.add(year + " " + rows.get(i).get("code") + " " + judgement(rows.get(i)) + " > "
                            + judgement(now.get(i)));
                }
            }
        }
        return differences;
    }

    private static String judgement(Map<?, ?> of) {
        return of.get("verdict") + " " + of.get("flags");
    }

    private static Map<Integer, String> scoreboards(String plan) {
        return scoreboards(plan, "");
    }

    private static Map<Integer, String> scoreboards(String plan, String asOf) {
        return Map.of(2026, get("/scoreboard?plan=KH-" + plan + "&year=2026" + asOf).extract().asString(), 2027,
                get("/scoreboard?plan=KH-" + plan + "&year=2027" + asOf).extract().asString());
    }

    /** The plan of the tests with codes of its own, and a figure for each year. */
    private void plan(String prefix) {
        plan(prefix, "VP");
    }

    private void plan(String prefix, String lead) {
        publish(new UnitRecorded("VP", "Văn phòng", "Office", "OFFICE", "SGDDT", null, null, List.of(), 1, null, List.of()));
        String document = document().replace("KH-TTHC-2026", "KH-" + prefix).replace("TTHC1", prefix + "1")
                .replace("TTHC2", prefix + "2").replace("\"TTHC\"", "\"" + prefix + "\"").replace("\"VP\"", "\"" + lead + "\"");
        await().atMost(20, SECONDS)
                .until(() -> as("planner").body(document).post("/api/v1/plans").statusCode() == 201);
        Instant acceptedAt = Instant.parse("2026-01-17T02:00:00Z");
        publish(figure(prefix, lead, 2026, 75, 1, acceptedAt), figure(prefix, lead, 2027, 80, 1, acceptedAt));
        await().atMost(20, SECONDS).untilAsserted(() -> {
            get("/scoreboard?plan=KH-" + prefix + "&year=2026").body(row(prefix + "1.2") + ".result?.numerator", equalTo(75));
            get("/scoreboard?plan=KH-" + prefix + "&year=2027").body(row(prefix + "1.2") + ".result?.numerator", equalTo(80));
        });
    }

    private static String document() {
        try (InputStream file = RevisionTest.class.getResourceAsStream("/plan/KH-TTHC-2026.json")) {
            return new String(file.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static UnitResultAccepted figure(String prefix, String unit, int year, long numerator, int version,
            Instant acceptedAt) {
        LocalDate first = LocalDate.of(year, 1, 1);
        var window = new UnitResultAccepted.Period(String.valueOf(year), year, first, LocalDate.of(year, 12, 31), first, true);
        return new UnitResultAccepted(prefix + "1.2", null, window, unit, numerator, 100L, null, null,
                UUID.nameUUIDFromBytes((prefix + year).getBytes(UTF_8)), version,
                prefix, "vp-head", Instant.parse("2026-01-16T02:00:00Z"), "reviewer", acceptedAt, null, List.of());
    }

    private static String row(String indicator) {
        return "indicators.find { it.code == '%s' }".formatted(indicator);
    }

    private static String draft(String indicator, String validFrom, String fields) {
        return drafted(indicator, DRAFT.formatted(validFrom, fields));
    }

    private static String drafted(String indicator, String body) {
        return as("planner").body(body)
                .post("/api/v1/indicators/" + indicator + "/revisions").then().statusCode(201).extract().path("id");
    }

    private static String tag(String indicator, String revision) {
        return get("/indicators/" + indicator + "/revisions/" + revision).extract().header("ETag");
    }

    private static ValidatableResponse issue(String indicator, String revision) {
        return given().auth().oauth2(Tokens.with("planner", Map.of("sub", "second-planner"))).header("If-Match", "*")
                .post("/api/v1/indicators/" + indicator + "/revisions/" + revision + "/issuance").then();
    }

    private static RequestSpecification as(String persona) {
        return given().auth().oauth2(Tokens.of(persona)).contentType("application/json");
    }

    private static ValidatableResponse get(String path) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(200);
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }
}
