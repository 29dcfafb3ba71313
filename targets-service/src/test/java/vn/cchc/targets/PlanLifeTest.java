package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
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
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

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
