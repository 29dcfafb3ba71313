package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static vn.cchc.reporting.ReportFixture.as;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/** Content of the audit trail, and its protection against alteration. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class AuditTest {

    private static final String ZEROS = "0000000000000000000000000000000000000000000000000000000000000000";

    @Inject
    DataSource application;

    @Inject
    ReportFixture reports;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String owner;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void anEntryNamesActorActionReasonAndRequest() {
        String report = reports.draft("2001");
        as("tccb-reporter").body(Map.of("CT90", Map.of("numerator", 17, "denominator", 20), "CT91",
                Map.of("rating", "ACHIEVED", "statement", "Đủ hồ sơ"))).put("/api/v1/reports/{id}/figures", report).then()
                .statusCode(200);
        as("tccb-reporter").body(Map.of("results", "Đã xong")).put("/api/v1/reports/{id}/narrative", report).then()
                .statusCode(200);
        as("tccb-head").header("X-Request-Id", "audit-1").header("X-Road-Id", "bus-7").header("X-Road-UserId", "u-3")
                .header("X-Road-Client", "VN/GOV/ST/DVC").post("/api/v1/reports/{id}/submission", report).then()
                .statusCode(200);
        as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Thiếu số liệu"))
                .post("/api/v1/reports/{id}/return", report).then().statusCode(200);

        JsonPath trail = trailOf(report, 5);

        assertThat(trail.getList("items.entry.action")).containsExactly("CREATE", "ENTER_FIGURES", "ENTER_NARRATIVE", "SUBMIT",
                "RETURN");
        assertThat(trail.getList("items[1].entry.changes")).contains(nullable("/figures/CT90/numerator", null, 17));
        assertThat(trail.getList("items[2].entry.changes"))
                .isEqualTo(List.of(nullable("/narrative/results", null, "Đã xong")));
        assertThat(trail.<String, Object> getMap("items[3].entry.actor"))
                .containsOnlyKeys("sub", "clientId", "roles", "unit", "onBehalfOf", "system")
                .containsAllEntriesOf(Map.of("sub", "tccb-head", "clientId", "tccb-head", "roles",
                        List.of("reporter", "unit-head", "viewer"), "unit", "TCCB", "system", false))
                .containsEntry("onBehalfOf", null);
        assertThat(trail.getList("items[3].entry.changes"))
                .isEqualTo(List.of(nullable("/state", "DRAFT", "SUBMITTED")));
        assertThat(trail.getMap("items[3].entry.request")).containsEntry("requestId", "audit-1")
                .containsEntry("xRoadId", "bus-7").containsEntry("xRoadUserId", "u-3")
                .containsEntry("xRoadClient", "VN/GOV/ST/DVC");
        assertThat(trail.getString("items[3].entry.request.traceId")).matches("[0-9a-f]{32}");
        assertThat(trail.getString("items[4].entry.reasonCode")).isEqualTo("WRONG_FIGURE");
        assertThat(trail.getString("items[4].entry.reason")).isEqualTo("Thiếu số liệu");
    }

    @Test
    void anEntryOfAnotherSystemNamesTheUnitOnWhoseBehalfItActed() {
        reports.publishIndicators();
        String system = Tokens.with("one-stop-system", Map.of("units", List.of("KHTC", "TCCB")));
        String report = given().auth().oauth2(system).contentType("application/json")
                .body(Map.of("period", "2002", "unit", "TCCB")).post("/api/v1/reports").then().statusCode(201).extract()
                .path("id");

        JsonPath trail = trailOf(report, 1);

        assertThat(trail.getString("items[0].entry.actor.clientId")).isEqualTo("one-stop-system");
        assertThat(trail.getString("items[0].entry.actor.unit")).isEqualTo("TCCB");
    }

    @Test
    void aRefusedChangeHasNoEntry() {
        String report = reports.draft("2003");
        as("tccb-head").post("/api/v1/reports/{id}/withdrawal", report).then().statusCode(409);
        as("vp-head").post("/api/v1/reports/{id}/handover", report).then().statusCode(404);
        as("tccb-reporter").post("/api/v1/reports/{id}/handover", report).then().statusCode(200);

        assertThat(trailOf(report, 2).getList("items.entry.action")).containsExactly("CREATE", "HANDOVER");
    }

    @Test
    void aChangeByTheServiceItselfBearsItsName() {
        auditor().get("/api/v1/audit?resource=unit&resourceId=VP").then().statusCode(200)
                .body("items", hasSize(1)).body("items[0].entry.actor.sub", equalTo("reporting"))
                .body("items[0].entry.actor.system", equalTo(true))
                .body("items[0].entry.request.requestId", equalTo(null));
    }

    @Test
    void theTrailIsFilteredAndPaged() {
        reports.draft("2004");
        reports.draft("2005");
        auditor().get("/api/v1/audit?actor=tccb-reporter&action=CREATE&resource=report&until=2000-01-01T00:00:00Z").then()
                .statusCode(200).body("items", hasSize(0));
        String filter = "/api/v1/audit?actor=tccb-reporter&action=CREATE&resource=report&from=2020-01-01T00:00:00Z&limit=1";
        await().atMost(5, SECONDS).until(() -> auditor().get(filter).path("next") != null);

        var first = auditor().get(filter).then().statusCode(200).body("items", hasSize(1)).extract();

        var second = auditor().urlEncodingEnabled(false).get(first.<String> path("next")).then().statusCode(200)
                .body("items", hasSize(1))
                .body("items.entry.actor.sub", everyItem(equalTo("tccb-reporter"))).extract();
        assertThat(second.<Integer> path("items[0].seal.position")).isGreaterThan(first.path("items[0].seal.position"));
    }

    @ParameterizedTest
    @CsvSource({ "position=1,hash", "hash=" + ZEROS + ",position", "position=1&hash=00,hash", "position=1&hash=x,hash",
            "position=1&hash=" + ZEROS + "0,hash", "position=0&hash=" + ZEROS + ",position" })
    void anIncompleteOrMalformedCheckpointIsRefused(String query, String parameter) {
        auditor().get("/api/v1/audit/verification?" + query).then().statusCode(400).contentType("application/problem+json")
                .body("errors.pointer", contains(parameter));
    }

    @Test
    void aCheckpointMatchesInCapitalsAndAnotherHashIsReported() {
        String hash = auditor().get("/api/v1/audit?limit=1").path("items[0].seal.hash");

        for (String given : List.of(hash, hash.toUpperCase(Locale.ROOT))) {
            auditor().get("/api/v1/audit/verification?position=1&hash=" + given).then().statusCode(200).body("intact",
                    equalTo(true));
        }
        auditor().get("/api/v1/audit/verification?position=1&hash=" + ZEROS).then().statusCode(200)
                .body("firstMismatch.type", equalTo("CHECKPOINT_MISSING"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "service=targets", "from=yesterday", "from=-999999999-12-31T23:59:59Z",
            "until=%2B999999999-12-31T23:59:59Z", "resurce=report", "limit=0" })
    void aMalformedFilterIsRefused(String query) {
        auditor().urlEncodingEnabled(false).get("/api/v1/audit?" + query).then().statusCode(400)
                .contentType("application/problem+json");
    }

    @Test
    void aRowAlteredBySqlIsReported() throws SQLException {
        String report = reports.draft("2001Q1");
        String entry = trailOf(report, 1).getString("items[0].entry.id");
        auditor().get("/api/v1/audit/verification?service=reporting").then().statusCode(200).body("intact", equalTo(true))
                .body("firstMismatch", equalTo(null));

        asOwner("update audit_entry set actor = 'nobody' where id = '" + entry + "'");

        auditor().get("/api/v1/audit/verification").then().statusCode(200).body("intact", equalTo(false))
                .body("firstMismatch.entry", equalTo(entry)).body("firstMismatch.type", equalTo("ENTRY_CHANGED"));
        asOwner("update audit_entry set actor = 'tccb-reporter' where id = '" + entry + "'");
        auditor().get("/api/v1/audit/verification").then().body("intact", equalTo(true));

        asOwner("update audit_seal set sealed_at = sealed_at - interval '1 day' where entry = '" + entry + "'");

        auditor().get("/api/v1/audit/verification").then().body("firstMismatch.entry", equalTo(entry));
        asOwner("update audit_seal set sealed_at = sealed_at + interval '1 day' where entry = '" + entry + "'");
        auditor().get("/api/v1/audit/verification").then().body("intact", equalTo(true)).body("waiting", equalTo(0));
    }

    /** Other tests have the reports of TCCB. */
    private String draftOfKhtc(String period) {
        reports.publishIndicators();
        return given().auth().oauth2(Tokens.of("khtc-reporter")).contentType("application/json")
                .body(Map.of("period", period, "unit", "KHTC")).post("/api/v1/reports").then().statusCode(201).extract()
                .path("id");
    }

    @Test
    void aVerificationReadsOnlyWhatFollowsTheLatestOneOfTheWholeChain() throws SQLException {
        // More than two batches.
        asOwner("""
                insert into audit_entry (id, at, actor, roles, resource, resource_id, action, changes)
                select uuidv7(), now(), 'sql', '{}', 'batch', n, 'CREATE', '[]' from generate_series(1, 1200) n""");
        await().atMost(10, SECONDS).until(() -> verification("?full=true").getInt("waiting") == 0);
        JsonPath[] replies = new JsonPath[2];
        long full = StatementCount.of(auditor(), call -> replies[0] = verification(call, "?full=true"));
        trailOf(draftOfKhtc("2003Q1"), 1);

        long next = StatementCount.of(auditor(), call -> replies[1] = verification(call, ""));

        long last = replies[0].getLong("verified");
        assertThat(replies[0].getLong("verifiedFrom")).isEqualTo(1);
        assertThat(replies[0].getString("earlierVerifiedAt")).isNull();
        assertThat(replies[1].getLong("verifiedFrom")).isEqualTo(last + 1);
        assertThat(replies[1].getLong("verified")).isBetween(last + 1, last + 50);
        assertThat(replies[1].getString("earlierVerifiedAt")).isNotNull();
        // The anchor, the checkpoint and the hash at it, one batch, the entries that wait.
        assertThat(next).isEqualTo(5);
        // The anchor, all batches, the earlier checkpoints, the entries that wait, the new checkpoint.
        assertThat(full).isEqualTo(4 + last / 500 + 1);
    }

    @Test
    void anAlterationBeforeTheCheckpointIsFoundByTheWholeVerificationAndALaterOneByBoth() throws SQLException {
        String before = trailOf(draftOfKhtc("2003H1"), 1).getString("items[0].entry.id");
        assertThat(verification("?full=true").getBoolean("intact")).isTrue();
        String after = trailOf(draftOfKhtc("2003Q3"), 1).getString("items[0].entry.id");

        asOwner("update audit_entry set actor = 'nobody' where id = '" + after + "'");
        for (String query : List.of("", "?full=true")) {
            assertThat(verification(query).getString("firstMismatch.entry")).isEqualTo(after);
        }
        asOwner("update audit_entry set actor = 'khtc-reporter' where id = '" + after + "'");
        asOwner("update audit_entry set actor = 'nobody' where id = '" + before + "'");

        assertThat(verification("").getBoolean("intact")).isTrue();
        assertThat(verification("?full=true").getString("firstMismatch.entry")).isEqualTo(before);
        asOwner("update audit_entry set actor = 'khtc-reporter' where id = '" + before + "'");
        assertThat(verification("?full=true").getBoolean("intact")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "hash = repeat('a', 64)", "position = position + 1000000" })
    void aForgedCheckpointIsReported(String forged) throws SQLException {
        assertThat(verification("?full=true").getBoolean("intact")).isTrue();
        asOwner("update audit_checkpoint set " + forged + " where number = (select max(number) from audit_checkpoint)");

        for (String query : List.of("", "?full=true")) {
            assertThat(verification(query).getString("firstMismatch.type")).isEqualTo("VERIFIED_PART_CHANGED");
        }
        asOwner("delete from audit_checkpoint where number = (select max(number) from audit_checkpoint)");
        assertThat(verification("").getBoolean("intact")).isTrue();
    }

    private static JsonPath verification(String query) {
        return verification(auditor(), query);
    }

    private static JsonPath verification(RequestSpecification call, String query) {
        return call.get("/api/v1/audit/verification" + query).then().statusCode(200).extract().jsonPath();
    }

    @ParameterizedTest
    @ValueSource(strings = { "update audit_checkpoint set hash = ''", "delete from audit_checkpoint",
            "update audit_entry set actor = 'nobody'", "delete from audit_entry", "truncate audit_entry",
            "update audit_seal set hash = ''", "delete from audit_seal", "truncate audit_seal", "drop table audit_seal",
            "delete from flyway_schema_history",
            "insert into audit_entry (id, at, actor, roles, resource, resource_id, action, changes, transaction) "
                    + "values (uuidv7(), now(), 'x', '{}', 'x', 'x', 'X', '[]', '1')" })
    void theApplicationsRoleCannotAlterOrDelete(String sql) {
        assertThatThrownBy(() -> {
            try (Connection connection = application.getConnection(); var statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }).isInstanceOfSatisfying(SQLException.class, refused -> assertThat(refused.getSQLState()).isEqualTo("42501"));
    }

    /** Two transactions write one after the other and commit in reverse order, while the sealer is locked out. */
    @Test
    void theChainFollowsTheOrderOfTheCommits() throws SQLException {
        UUID early = UUID.randomUUID();
        UUID late = UUID.randomUUID();
        try (Connection sealerWaits = asOwner(); Connection first = asOwner(); Connection second = asOwner()) {
            execute(sealerWaits, "select pg_advisory_xact_lock(hashtextextended('audit_seal', 0))");
            execute(first, entry(late, "late"));
            execute(second, entry(early, "early"));

            second.commit();
            first.commit();
            sealerWaits.commit();
        }

        await().atMost(5, SECONDS).untilAsserted(() -> auditor().get("/api/v1/audit?resource=order").then()
                .body("items.entry.id", contains(early.toString(), late.toString())));
    }

    @Test
    void theHashCanBeComputedFromTheDocumentedFieldsOfTheReply() throws Exception {
        JsonPath item = auditor().get("/api/v1/audit?limit=1").then().statusCode(200)
                .body("items.seal.position", hasItem(1)).body("items.seal.format", hasItem(1)).extract().jsonPath();
        Map<String, Object> entry = item.getMap("items[0].entry");
        entry.keySet()
                .retainAll(Set.of("id", "at", "actor", "resource", "action", "changes", "reasonCode", "reason", "decision",
                        "request"));
        Map<String, Object> actor = item.getMap("items[0].entry.actor");
        actor.keySet().retainAll(Set.of("sub", "clientId", "roles", "unit"));
        entry.put("actor", actor);
        var sorted = JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

        Map<String, Object> sealed = new TreeMap<>(
                Map.of("entry", entry, "position", 1, "sealedAt", item.getString("items[0].seal.sealedAt")));
        String content = item.getString("items[0].seal.previous") + sorted.writeValueAsString(sealed);

        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8)));
        assertThat(hash).isEqualTo(item.getString("items[0].seal.hash"));
    }

    private static String entry(UUID id, String which) {
        return """
                insert into audit_entry (id, at, actor, roles, resource, resource_id, action, changes)
                values ('%s', now(), 'sql', '{}', 'order', '%s', 'CREATE', '[]')""".formatted(id, which);
    }

    private void asOwner(String sql) throws SQLException {
        try (Connection connection = asOwner()) {
            execute(connection, sql);
            connection.commit();
        }
    }

    private Connection asOwner() throws SQLException {
        Connection connection = DriverManager.getConnection(url, owner, password);
        connection.setAutoCommit(false);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Map<String, Object> nullable(String field, Object before, Object after) {
        var change = new HashMap<String, Object>();
        change.put("field", field);
        change.put("before", before);
        change.put("after", after);
        return change;
    }

    /** Waits until the expected number of changes is sealed. */
    private static JsonPath trailOf(String report, int expected) {
        String path = "/api/v1/audit?resource=report&resourceId=" + report;
        await().atMost(5, SECONDS).until(() -> auditor().get(path).jsonPath().getList("items").size() >= expected);
        return auditor().get(path).then().statusCode(200).body("items", hasSize(expected)).extract().jsonPath();
    }

    private static RequestSpecification auditor() {
        return as("auditor");
    }
}
