package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.ifMatch;
import static vn.cchc.reporting.ReportFixture.withoutIfMatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;

/** Conditional requests, tested at the reporting service for all services. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class PreconditionTest {

    /** Bodies of the operations that do not take an empty object, by the end of their path. */
    private static final Map<String, String> BODIES = Map.of("evidence", "[]", "correction",
            "{\"reasonCode\": \"OTHER\", \"reason\": \"x\", \"requestedBy\": \"x\", \"changes\": \"x\"}", "closure",
            "{\"reason\": \"x\"}", "transfer", "{\"unit\": \"VP\", \"reason\": \"x\"}");

    @Inject
    ReportFixture reports;

    @Inject
    SerialisationCount serialised;

    @Test
    void ofTwoConcurrentChangesOneSucceedsAndTheOtherIsRefusedWithTheFirst() {
        String report = reports.draft("2003Q1");
        String seen = tag(report);

        List<CompletableFuture<Response>> calls = QuarkusTransaction.requiringNew().call(() -> {
            reports.lock(report);
            List<CompletableFuture<Response>> sent = Stream.of("Một", "Hai").map(text -> ConcurrentTasks.supply(
                    () -> write(seen, report, text))).toList();
            await().atMost(20, SECONDS).until(() -> reports.sessionsWaitingForLock() == 2);
            return sent;
        });
        List<Response> replies = calls.stream().map(CompletableFuture::join).toList();

        assertThat(replies).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
        Response written = replies.get(replies.get(0).statusCode() == 200 ? 0 : 1);
        Response refused = replies.get(replies.get(0).statusCode() == 200 ? 1 : 0);
        refused.then().contentType("application/problem+json").body("code", equalTo("precondition-failed"))
                .header("ETag", written.header("ETag")).body("etag", equalTo(written.header("ETag")))
                .body("changes.action", contains("ENTER_NARRATIVE")).body("changes.by", contains("tccb-reporter"))
                .body("changes[0].fields", contains("/narrative/results"))
                .body("changes[0].at", notNullValue());
        withoutIfMatch("tccb-reporter").get("/api/v1/reports/{id}", report).then().body("narrative.results",
                equalTo(written.path("narrative.results")));
    }

    @Test
    void aStaleChangeIsRefusedWithEveryLaterChangeInOrder() {
        String report = reports.draft("2003H1");
        String seen = write("*", report, "Một").header("ETag");
        enterFigures("*", report);
        ifMatch("*", "tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
        ifMatch("*", "reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Thiếu"))
                .post("/api/v1/reports/{id}/return", report).then().statusCode(200);

        write(seen, report, "Hai").then().statusCode(412)
                .body("changes.action", contains("ENTER_FIGURES", "SUBMIT", "RETURN"))
                .body("changes.by", contains("tccb-reporter", "tccb-head", "reviewer"))
                .body("changes[0].fields", hasItems("/figures/CT90/numerator", "/figures/CT91/statement"))
                .body("changes[2].fields", contains("/state"));
    }

    @Test
    void theTagOfAResponseMatchesTheNextChange() {
        reports.publishIndicators();
        Response begun = withoutIfMatch("tccb-reporter").body(Map.of("period", "2003Q3", "unit", "TCCB"))
                .post("/api/v1/reports");
        String report = begun.path("id");
        List<String> tags = new ArrayList<>(List.of(sameAsShown(report, begun)));

        tags.add(sameAsShown(report, write(last(tags), report, "Một")));
        tags.add(sameAsShown(report, write(last(tags), report, "Một")));
        tags.add(sameAsShown(report, enterFigures(last(tags), report)));
        tags.add(sameAsShown(report, ifMatch(last(tags), "tccb-reporter").body(List.of(Map.of("title", "a")))
                .put("/api/v1/reports/{id}/evidence", report)));
        tags.add(sameAsShown(report, step(last(tags), "tccb-reporter", report, "handover")));
        tags.add(sameAsShown(report, step(last(tags), "tccb-head", report, "submission")));
        tags.add(sameAsShown(report, step(last(tags), "tccb-head", report, "withdrawal")));
        tags.add(sameAsShown(report, step(last(tags), "tccb-head", report, "submission")));
        tags.add(sameAsShown(report, step(last(tags), "reviewer", report, "acceptance")));

        assertThat(tags).doesNotHaveDuplicates().allMatch(tag -> tag.matches("\"[0-9]+-[0-9a-f]{32}\""));
    }

    private static String sameAsShown(String report, Response reply) {
        assertThat(reply.statusCode()).isIn(200, 201);
        assertThat(reply.header("ETag")).isEqualTo(tag(report));
        return reply.header("ETag");
    }

    /** By the OpenAPI document, so that the test covers every operation on a report. */
    @Test
    void everyOperationThatRequiresIfMatchRefusesAMissingAndAStaleOne() {
        Map<String, Map<String, Map<String, Object>>> paths = withoutIfMatch("viewer").get("/q/openapi?format=json").jsonPath()
                .getMap("paths");
        String report = reports.draft("2004Q1");
        String old = tag(report);
        write(old, report, "Một").then().statusCode(200);
        int tried = 0;

        for (var path : paths.entrySet()) {
            for (var operation : path.getValue().entrySet()) {
                if (!path.getKey().startsWith("/api/v1/reports")
                        || !operation.getValue().toString().contains("name=If-Match")) {
                    continue;
                }
                String url = path.getKey().replace("{id}", report).replace("{indicator}", "CT90");
                String body = BODIES.getOrDefault(url.substring(url.lastIndexOf('/') + 1), "{}");
                String persona = url.matches(".*/(acceptance|return|closure|transfer)") ? "reviewer" : "tccb-head";
                withoutIfMatch(persona).body(body).request(operation.getKey(), url).then().statusCode(428).body("code",
                        equalTo("precondition-required"));
                ifMatch(old, persona).body(body).request(operation.getKey(), url).then().statusCode(412)
                        .body("changes.action", contains("ENTER_NARRATIVE"));
                tried++;
            }
        }

        assertThat(tried).isEqualTo(14);
    }

    @Test
    void aWeakTagOrAnUnknownRevisionDoesNotMatchAndOneOfAListDoes() {
        String report = reports.draft("2004H1");
        String seen = tag(report);

        write("W/" + seen, report, "Một").then().statusCode(412).body("code", equalTo("weak-entity-tag"));
        write("\"abc\"", report, "Một").then().statusCode(412).body("changes", empty());
        write("\"99-abc\"", report, "Một").then().statusCode(412).body("changes", empty());
        write("\"abc\", " + seen, report, "Một").then().statusCode(200);
        write("*", report, "Hai").then().statusCode(200);
    }

    @Test
    void aTagOfAnotherResourceOrRepresentationDoesNotMatch() {
        String report = reports.draft("2008Q1");
        String other = reports.draft("2008H1");
        String listed = withoutIfMatch("tccb-reporter").get("/api/v1/reports?unit=TCCB&period=2008Q1").header("ETag");
        String madeUp = tag(report).replaceFirst("-.", "-x");

        assertThat(tag(other)).startsWith(tag(report).substring(0, 3)).isNotEqualTo(tag(report));
        for (String tag : List.of(tag(other), listed, madeUp)) {
            write(tag, report, "Một").then().statusCode(412).body("code", equalTo("precondition-failed"))
                    .header("ETag", tag(report)).body("changes", empty());
        }
        write(tag(report), report, "Một").then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "abc", "\"abc", "*, \"abc\"" })
    void aMalformedListOfTagsIsRefused(String header) {
        String report = draftOnce("2005Q1");

        write(header, report, "Một").then().statusCode(400).body("code", equalTo("invalid-parameter"))
                .body("errors.pointer", contains("If-Match"));
        withoutIfMatch("tccb-reporter").header("If-None-Match", header).get("/api/v1/reports/{id}", report).then()
                .statusCode(400)
                .body("errors.pointer", contains("If-None-Match"));
    }

    @Test
    void aForbiddenChangeDoesNotRevealTheVersion() {
        String report = reports.draft("2005H1");
        String path = "/api/v1/reports/" + report + "/narrative";

        ifMatch("\"1-abc\"", "reviewer").body("{}").put(path).then().statusCode(403).header("ETag", nullValue());
        ifMatch("\"1-abc\"", "vp-reporter").body("{}").put(path).then().statusCode(404).header("ETag", nullValue());
        reports.accept(report, "Đủ");
        ifMatch("\"0-abc\"", "vp-reporter").body("{}").put(path).then().statusCode(403).body("code", equalTo("foreign-unit"))
                .body("changes", nullValue());
    }

    @Test
    void aMissingOrMalformedIfMatchIsRefusedBeforeTheReportIsRead() {
        String unknown = "/api/v1/reports/" + UUID.randomUUID() + "/narrative";

        withoutIfMatch("tccb-reporter").body("{}").put(unknown).then().statusCode(428);
        ifMatch("nonsense", "tccb-reporter").body("{}").put(unknown).then().statusCode(400).body("errors.pointer",
                contains("If-Match"));
        ifMatch("\"1-abc\"", "tccb-reporter").body("{}").put(unknown).then().statusCode(404);
        withoutIfMatch("reviewer").body("{}").put(unknown).then().statusCode(403);
    }

    @Test
    void theRevisionDecidesNotTheContent() {
        String report = reports.draft("2074");
        String seen = tag(report);
        reports.sql("update indicator set definition = jsonb_set(definition, '{name}', '\"Tên mới\"') where code = 'CT90'");

        assertThat(tag(report)).isNotEqualTo(seen);
        write(seen, report, "Một").then().statusCode(200);
    }

    @Test
    void aChangeThatTheStateForbidsIsAConflict() {
        String report = reports.draft("2005Q3");
        String seen = tag(report);
        reports.accept(report, "Đủ");

        write(seen, report, "Một").then().statusCode(412).body("changes.action",
                contains("ENTER_FIGURES", "SUBMIT", "ACCEPT"));
        write(tag(report), report, "Một").then().statusCode(409).body("code", equalTo("not-editable"));
    }

    @Test
    void aRepeatedCallGetsTheFirstResponseWithItsTag() {
        String report = reports.draft("2006Q1");
        String seen = tag(report);
        String key = UUID.randomUUID().toString();
        Response first = ifMatch(seen, "tccb-reporter").header("Idempotency-Key", key).body(Map.of("results", "Một"))
                .put("/api/v1/reports/{id}/narrative", report);
        String now = write(first.header("ETag"), report, "Hai").then().statusCode(200).extract().header("ETag");

        Response again = ifMatch(seen, "tccb-reporter").header("Idempotency-Key", key).body(Map.of("results", "Một"))
                .put("/api/v1/reports/{id}/narrative", report);

        again.then().statusCode(200).header("Idempotency-Replayed", "true").header("ETag", first.header("ETag"));
        assertThat(again.asByteArray()).isEqualTo(first.asByteArray());
        assertThat(tag(report)).isEqualTo(now).isNotEqualTo(first.header("ETag"));
    }

    /** One serialisation serves the caller, the entity tag and the stored response. */
    @ParameterizedTest
    @CsvSource({ "2004Q3, true", "2008Q3, false" })
    void aReportIsSerialisedOncePerChange(String period, boolean keyed) {
        String report = reports.draft(period);
        var change = ifMatch(tag(report), "tccb-reporter").body(Map.of("results", "Một"));
        int before = serialised.reports();

        (keyed ? change.header("Idempotency-Key", UUID.randomUUID().toString()) : change)
                .put("/api/v1/reports/{id}/narrative", report).then().statusCode(200).header("ETag", notNullValue());

        assertThat(serialised.reports() - before).isOne();
    }

    @Test
    void aStaleCallCanBeRepeatedUnderItsKeyWithTheCurrentTag() {
        String report = reports.draft("2006H1");
        String key = UUID.randomUUID().toString();
        String old = tag(report);
        write(old, report, "Một").then().statusCode(200);
        ifMatch(old, "tccb-reporter").header("Idempotency-Key", key).body(Map.of("results", "Hai"))
                .put("/api/v1/reports/{id}/narrative", report).then().statusCode(412);

        ifMatch(tag(report), "tccb-reporter").header("Idempotency-Key", key).body(Map.of("results", "Hai"))
                .put("/api/v1/reports/{id}/narrative", report).then().statusCode(200)
                .header("Idempotency-Replayed", nullValue());
    }

    @Test
    void aMatchingIfNoneMatchIsAnsweredWith304() {
        String report = reports.draft("2006Q3");
        for (String path : List.of("/reports/" + report, "/reports/" + report + "/history", "/reports?unit=TCCB&limit=200")) {
            Response shown = withoutIfMatch("tccb-reporter").get("/api/v1" + path);
            String tag = shown.then().statusCode(200).header("ETag", notNullValue()).extract().header("ETag");

            for (String held : List.of(tag, "W/" + tag, "\"abc\", " + tag, "*")) {
                withoutIfMatch("tccb-reporter").header("If-None-Match", held).get("/api/v1" + path).then().statusCode(304)
                        .header("ETag", tag).body(emptyString());
            }
            withoutIfMatch("tccb-reporter").header("If-None-Match", "\"abc\"").get("/api/v1" + path).then().statusCode(200);
            step("*", "tccb-reporter", report, "handover").then().statusCode(200);
            withoutIfMatch("tccb-reporter").header("If-None-Match", tag).get("/api/v1" + path).then().statusCode(200)
                    .header("ETag", not(equalTo(tag))).body("", not(anEmptyMap()));
            reports.sql("update report set state = 'DRAFT', lock = lock + 1 where id = '" + report + "'");
        }
    }

    @Test
    void aHeadRequestHasTheHeadersOfItsGet() {
        String report = reports.draft("2007Q1");

        withoutIfMatch("tccb-reporter").head("/api/v1/reports/{id}", report).then().statusCode(200).header("ETag", tag(report));
        withoutIfMatch("tccb-reporter").header("If-None-Match", tag(report)).head("/api/v1/reports/{id}", report).then()
                .statusCode(304);
    }

    @Test
    void aCompressedResponseHasTheSameTag() {
        String tag = withoutIfMatch("viewer").header("Accept-Encoding", "identity").get("/api/v1/units?limit=200")
                .header("ETag");

        withoutIfMatch("viewer").header("Accept-Encoding", "gzip").get("/api/v1/units?limit=200").then().statusCode(200)
                .header("ETag", tag).body("items.code", hasItems("VP"));
        withoutIfMatch("viewer").header("Accept-Encoding", "gzip").header("If-None-Match", tag).get("/api/v1/units?limit=200")
                .then()
                .statusCode(304).header("ETag", tag);
    }

    @Test
    void aResponseWithoutAResourceHasNoTag() {
        String report = reports.draft("2007H1");

        withoutIfMatch("tccb-reporter").post("/api/v1/reports/{id}/check", report).then().statusCode(200).header("ETag",
                nullValue());
        withoutIfMatch("viewer").header("If-None-Match", "*").get("/api/v1/exports/figures.csv").then().statusCode(200)
                .header("ETag", nullValue());
        withoutIfMatch("viewer").header("If-None-Match", "*").get("/api/v1/reports/{id}", UUID.randomUUID()).then()
                .statusCode(404)
                .header("ETag", nullValue());
    }

    private String draftOnce(String period) {
        String known = withoutIfMatch("tccb-reporter").get("/api/v1/reports?unit=TCCB&period=" + period).path("items[0].id");
        return known == null ? reports.draft(period) : known;
    }

    private static String tag(String report) {
        return withoutIfMatch("tccb-reporter").get("/api/v1/reports/{id}", report).then().statusCode(200).extract()
                .header("ETag");
    }

    private static Response write(String seen, String report, String text) {
        return ifMatch(seen, "tccb-reporter").body(Map.of("results", text)).put("/api/v1/reports/{id}/narrative", report);
    }

    private static Response enterFigures(String seen, String report) {
        return ifMatch(seen, "tccb-reporter").body(Map.of("CT90", Map.of("numerator", 17, "denominator", 20), "CT91",
                Map.of("rating", "ACHIEVED", "statement", "Đủ"))).put("/api/v1/reports/{id}/figures", report);
    }

    private static Response step(String seen, String persona, String report, String step) {
        return ifMatch(seen, persona).post("/api/v1/reports/{id}/{step}", report, step);
    }

    private static String last(List<String> tags) {
        return tags.get(tags.size() - 1);
    }
}
