package vn.cchc.survey.page;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.answer.Admission;
import vn.cchc.survey.answer.AnswerIntake;
import vn.cchc.survey.answer.AnswerReceived;
import vn.cchc.survey.answer.NewAnswer;

/** A link with which anybody answers, within limits. */
@QuarkusTest
class OpenLinkTest {

    @Inject
    EntityManager database;
    @Inject
    DataSource connections;
    @Inject
    AnswerIntake intake;

    @Test
    void anybodyAnswersAndAPageThatIsSentAgainAddsNothing() {
        String id = openCampaign("EDUCATION", 2025);
        String link = create(id, 100, 100);
        Map<String, String> first = page(id, link);
        Map<String, String> second = page(id, link);
        assertThat(first.get("token")).isNotEqualTo(second.get("token"));

        String thanks = send(id, first, "5").statusCode() == 303 ? send(id, first, "1").header("Location") : null;
        assertThat(thanks).contains("?token=" + first.get("token")).doesNotContain(link);
        given().redirects().follow(false).get(thanks).then().statusCode(200).body(containsString("Cảm ơn Ông/Bà đã trả lời"));
        assertThat(send(id, second, "4").statusCode()).isEqualTo(303);

        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(2)).body("invitations", equalTo(0));
        as("surveyor").get("/campaigns/{id}/open-links", id).then().statusCode(200).body("items.answers", contains(2))
                .body("items[0].link", nullValue());
        Map<String, String> late = page(id, link);
        transition(id, "closing").statusCode(200);
        assertThat(send(id, first, "3").statusCode()).isEqualTo(303);
        assertThat(send(id, late, "3").statusCode()).isEqualTo(409);
    }

    /** The lock is that of a closing. */
    @Test
    void aPageDoesNotWaitForTheClosingOfItsCampaign() {
        String id = openCampaign("EDUCATION", 2025);
        String link = create(id, 100, 100);
        page(id, link);
        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select id from campaign where id = '" + id + "' for update").getSingleResult();
            assertThat(ConcurrentTasks.supply(() -> page(id, link)).orTimeout(5, SECONDS).join()).containsKey("token");
        });
    }

    @Test
    void theSamePageSentThreeTimesAtOnceIsOneAnswerAndUsesOnePlace() {
        String id = openCampaign("EDUCATION", 2025);
        Map<String, String> page = page(id, create(id, 1, 1));

        List<CompletableFuture<Integer>> calls = Stream
                .generate(() -> ConcurrentTasks.supply(() -> send(id, page, "5").statusCode())).limit(3).toList();

        assertThat(calls).extracting(CompletableFuture::join).containsExactly(303, 303, 303);
        assertAnswers(id, 1);
    }

    /** The first number limits the answers in all, the second one those within an hour. */
    @ParameterizedTest
    @CsvSource({ "3, 100, 409", "100, 3, 503" })
    void ofThreeTimesAsManyPagesAsALinkAcceptsEachSentTwiceAtOnceItAcceptsItsLimit(int maxAnswers, int maxPerHour,
            int refused) {
        String id = openCampaign("EDUCATION", 2025);
        String link = create(id, maxAnswers, maxPerHour);
        List<Map<String, String>> pages = Stream.generate(() -> page(id, link)).limit(9).toList();

        List<CompletableFuture<Integer>> calls = pages.stream().flatMap(page -> Stream.of(page, page))
                .map(page -> ConcurrentTasks.supply(() -> send(id, page, "5").statusCode())).toList();

        List<Integer> replies = calls.stream().map(CompletableFuture::join).toList();
        assertThat(replies).containsOnly(303, refused);
        assertThat(IntStream.range(0, pages.size()).filter(i -> replies.get(2 * i) == 303)).hasSize(3)
                .allMatch(i -> replies.get(2 * i + 1) == 303);
        assertAnswers(id, 3);
    }

    /** While the campaign is held, all submissions wait: they share one transaction then. */
    @Test
    void ofManyAnswersInOneTransactionEachLinkAcceptsItsLimit() {
        String id = openCampaign("EDUCATION", 2025);
        create(id, 3, 100);
        create(id, 100, 5);
        List<UUID> links = as("surveyor").get("/campaigns/{id}/open-links", id).then().extract()
                .<List<String>> path("items.id").stream().map(UUID::fromString).toList();
        List<CompletableFuture<AnswerReceived>> replies = new ArrayList<>();

        QuarkusTransaction.requiringNew().run(() -> {
            database.createNativeQuery("select id from campaign where id = '" + id + "' for update").getSingleResult();
            for (int i = 0; i < 60; i++) {
                replies.add(intake.receive(UUID.fromString(id), new NewAnswer("page " + i, Map.of("OVERALL", 5), null),
                        new Admission(null, links.get(i % 2))).toCompletableFuture());
            }
        });

        List<String> problems = replies.stream().map(OpenLinkTest::problem).toList();
        assertThat(problems).filteredOn(String::isEmpty).hasSize(8);
        assertThat(problems).filteredOn("OPEN_LINK_FULL"::equals).hasSize(27);
        assertThat(problems).filteredOn("OPEN_LINK_BUSY"::equals).hasSize(25);
        assertAnswers(id, 3, 5);
        assertThat(QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery("""
                select count(*) from open_link as link where hour = date_trunc('hour', hour)
                and xmin::text in (select xmin::text from sealed_answer where campaign = link.campaign)
                and campaign = '""" + id + "'").getSingleResult())).as("without a transaction and a time of their own")
                .isEqualTo(2L);
    }

    private static String problem(CompletableFuture<AnswerReceived> reply) {
        try {
            return reply.join().received() ? "" : "not received";
        } catch (CompletionException e) {
            return ((ProblemException) e.getCause()).type().toString();
        }
    }

    /** PostgreSQL ends the session before the answer is stored, as it does when the service is killed there. */
    @Test
    void anAnswerThatWasNotStoredUsesNoPlace() throws SQLException {
        String id = openCampaign("EDUCATION", 2025);
        Map<String, String> page = page(id, create(id, 1, 1));
        try (Connection holder = connections.getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().execute("lock table sealed_answer_" + id.replace("-", "") + " in share mode");
            CompletableFuture<Integer> lost = ConcurrentTasks.supply(() -> send(id, page, "5").statusCode());
            await().atMost(9, SECONDS).until(() -> {
                holder.createStatement().execute("""
                        select pg_terminate_backend(pid) from pg_stat_activity
                        where pg_backend_pid() = any(pg_blocking_pids(pid)) and usename = current_user""");
                return lost.isDone();
            });
            holder.rollback();
            holder.setAutoCommit(true);
            assertThat(lost.join()).isEqualTo(503);
        }
        assertAnswers(id, 0);

        assertThat(send(id, page, "5").statusCode()).isEqualTo(303);
        assertThat(send(id, page, "5").statusCode()).isEqualTo(303);
        assertAnswers(id, 1);
    }

    /** Those of each link, which are all of the campaign. */
    private static void assertAnswers(String id, Integer... byLink) {
        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers",
                equalTo(Stream.of(byLink).mapToInt(Integer::intValue).sum()));
        as("surveyor").get("/campaigns/{id}/open-links", id).then().body("items.answers", containsInAnyOrder(byLink));
    }

    @Test
    void theStrataOfTheCampaignAreChosenFrom() {
        String id = as("surveyor").body(Map.of("questionnaire", "SIPAS", "year", 2025, "title", "Theo nơi", "modes",
                List.of("OPEN_LINK", "PAPER"), "strata", List.of(stratum("NORTH", "Miền Bắc"), stratum("SOUTH", "Miền Nam"))))
                .post("/campaigns").then().statusCode(201).extract().path("id");
        transition(id, "opening").statusCode(200);
        String link = create(id, 100, 100);
        given().get("/api/v1/surveys/{id}?link={link}", id, link).then().statusCode(200)
                .body(containsString("name=\"group\" value=\"NORTH\">Miền Bắc"));

        assertThat(send(id, with(page(id, link), "group", "EAST"), "5").statusCode()).isEqualTo(422);
        for (int i = 0; i < 6; i++) {
            assertThat(send(id, with(page(id, link), "group", "NORTH"), "5").statusCode()).isEqualTo(303);
        }
        as("surveyor").body(Map.of("rows", List.of(Map.of("number", "1", "stratum", "SOUTH", "answers", Map.of("OVERALL", 4)),
                Map.of("number", "2", "stratum", "EAST", "answers", Map.of("OVERALL", 4)))))
                .post("/campaigns/{id}/paper-batches", id).then().statusCode(422)
                .body("errors.pointer", contains("/rows/1/stratum"));
        as("one-stop-system").body(Map.of("number", "1", "answers", Map.of("OVERALL", 4)))
                .post("/campaigns/{id}/dossier-answers", id).then().statusCode(409).body("code", equalTo("mode-not-allowed"));

        transition(id, "closing").statusCode(200);
        assertThat(QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                "select count(*) from answer where group_code = 'NORTH' and campaign = '" + id + "'").getSingleResult()))
                .isEqualTo(6L);
    }

    private static Map<String, String> stratum(String code, String name) {
        return Map.of("code", code, "name", name, "nameEn", code);
    }

    @Test
    void aTokenThatThisServiceDidNotSignIsRefused() {
        String id = openCampaign("EDUCATION", 2025);
        String link = create(id, 100, 100);
        Map<String, String> page = page(id, link);

        assertThat(send(id, with(page, "token", "AAAAAAAAAAAAAAAAAAAAAA"), "5").statusCode()).isEqualTo(403);
        assertThat(send(id, with(page, "signature", ""), "5").statusCode()).isEqualTo(403);
        assertThat(send(id, with(page, "link", create(id, 100, 100)), "5").statusCode()).isEqualTo(403);
        assertThat(send(openCampaign("EDUCATION", 2025), page, "5").statusCode()).isEqualTo(403);
        given().get("/api/v1/surveys/{id}?link=AAAAAAAAAAAAAAAAAAAAAA", id).then().statusCode(403);
        // Without its link the token of a page is no invitation.
        assertThat(send(id, with(with(page, "link", ""), "signature", ""), "5").statusCode()).isEqualTo(403);

        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(0));
    }

    @Test
    void theLimitsHoldAndARefusedAnswerIsNotCounted() {
        String id = openCampaign("EDUCATION", 2025);
        String full = create(id, 2, 100);
        String busy = create(id, 100, 2);
        Map<String, String> late = page(id, full);
        for (String link : List.of(full, busy)) {
            for (int i = 0; i < 2; i++) {
                Map<String, String> page = page(id, link);
                assertThat(send(id, page, "9").statusCode()).isEqualTo(422);
                assertThat(send(id, page, "4").statusCode()).isEqualTo(303);
            }
        }

        given().get("/api/v1/surveys/{id}?link={link}", id, full).then().statusCode(409)
                .body(containsString("đã nhận đủ số câu trả lời"));
        assertThat(send(id, late, "5").statusCode()).isEqualTo(409);
        assertThat(send(id, page(id, busy), "5").statusCode()).isEqualTo(503);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(
                "update open_link set hour = hour - interval '1 hour' where max_per_hour = 2 and campaign = '" + id + "'")
                .executeUpdate());
        assertThat(send(id, page(id, busy), "5").statusCode()).isEqualTo(303);
        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(5));
    }

    @Test
    void aLinkThatHasExpiredOrWasEndedAcceptsNoAnswers() {
        String id = openCampaign("EDUCATION", 2025);
        String link = create(id, 100, 100);
        Map<String, String> page = page(id, link);
        String number = as("surveyor").get("/campaigns/{id}/open-links", id).then().extract().path("items[0].id");

        as("surveyor").delete("/campaigns/{id}/open-links/{link}", id, number).then().statusCode(200).body("endedAt",
                notNullValue());
        as("surveyor").delete("/campaigns/{id}/open-links/{link}", id, number).then().statusCode(200);
        as("surveyor").delete("/campaigns/{id}/open-links/{link}", openCampaign("EDUCATION", 2025), number).then()
                .statusCode(404);
        assertThat(send(id, page, "5").statusCode()).isEqualTo(409);
        String expired = create(id, 100, 100);
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery("update open_link set valid_until = now()"
                + " where ended_at is null and campaign = '" + id + "'").executeUpdate());
        given().get("/api/v1/surveys/{id}?link={link}", id, expired).then().statusCode(409)
                .body(containsString("Liên kết đã hết hiệu lực"));
    }

    @Test
    void answersOfAnOpenLinkHaveNoResponseRate() {
        String id = openCampaign("EDUCATION", 2025);
        String link = create(id, 100, 100);
        List<String> invited = as("surveyor").body(Map.of("count", 10)).post("/campaigns/{id}/invitations", id).path("tokens");
        for (int i = 0; i < 8; i++) {
            assertThat(send(id, page(id, link), "5").statusCode()).isEqualTo(303);
            answer(id, invited.get(i), Map.of("OVERALL", 4)).statusCode(200);
        }
        transition(id, "closing").statusCode(200);

        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(16))
                .body("responseRate.numerator", equalTo(8)).body("responseRate.denominator", equalTo(10));
        as("viewer").get("/campaigns/{id}/progress", id).then().body("invitations", equalTo(10)).body("answers", equalTo(16));
        given().get("/api/v1/surveys/{id}?link={link}", id, link).then().statusCode(409)
                .body(containsString("đã kết thúc"));
    }

    @Test
    void aDraftShowsThatTheSurveyHasNotBegunAndFaultsAreNamedTogether() {
        String id = draft("EDUCATION", 2025);
        given().get("/api/v1/surveys/{id}?link={link}", id, create(id, 1, 1)).then().statusCode(409)
                .body(containsString("chưa bắt đầu"));

        as("surveyor").delete("/campaigns/{id}", id).then().statusCode(409)
                .body("code", equalTo("campaign-in-use"));
        as("surveyor").body(Map.of("validUntil", "2025-01-01T00:00:00Z", "maxAnswers", 0, "maxPerHour", 0))
                .post("/campaigns/{id}/open-links", id).then().statusCode(422)
                .body("errors.pointer", contains("/validUntil", "/maxAnswers", "/maxPerHour"));
        as("viewer").get("/campaigns/{id}/open-links", id).then().statusCode(403);
    }

    @Test
    void thePosterLeadsToThePage() throws Exception {
        String id = openCampaign("EDUCATION", 2025);
        byte[] poster = as("surveyor").accept("application/json;q=0.1, application/pdf;q=0.9").body(request(100, 100))
                .post("/campaigns/{id}/open-links", id)
                .then().statusCode(201).contentType("application/pdf").header("Cache-Control", "no-store").extract()
                .asByteArray();
        String kept = System.getProperty("cchc.poster");
        if (kept != null) {
            Files.write(Path.of(kept), poster);
        }

        try (PDDocument pdf = Loader.loadPDF(poster)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Khảo sát năm 2025", "Quét mã bằng điện thoại");
            String link = QrCode.alone().read(pdf);
            assertThat(link).startsWith("http://localhost:8080/api/v1/surveys/" + id + "?link=");
            given().urlEncodingEnabled(false).get(link.substring("http://localhost:8080".length())).then().statusCode(200)
                    .body(containsString("<form"));
        }
    }

    private static Map<String, Object> request(int maxAnswers, int maxPerHour) {
        return Map.of("validUntil", Instant.now().plus(1, ChronoUnit.DAYS).toString(), "maxAnswers", maxAnswers, "maxPerHour",
                maxPerHour);
    }

    /** @return the token of the link */
    private static String create(String id, int maxAnswers, int maxPerHour) {
        String link = as("surveyor").body(request(maxAnswers, maxPerHour)).post("/campaigns/{id}/open-links", id).then()
                .statusCode(201).extract().path("link");
        return link.substring(link.indexOf("?link=") + "?link=".length());
    }

    /** The hidden fields of a page that the link shows. */
    private static Map<String, String> page(String id, String link) {
        String html = given().get("/api/v1/surveys/{id}?link={link}", id, link).then().statusCode(200).extract().asString();
        Map<String, String> fields = new HashMap<>();
        Matcher hidden = Pattern.compile("type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"").matcher(html);
        while (hidden.find()) {
            fields.put(hidden.group(1), hidden.group(2));
        }
        assertThat(fields).containsOnlyKeys("token", "link", "signature").containsEntry("link", link);
        return fields;
    }

    private static Map<String, String> with(Map<String, String> page, String field, String value) {
        Map<String, String> changed = new HashMap<>(page);
        changed.put(field, value);
        return changed;
    }

    private static ExtractableResponse<Response> send(String id, Map<String, String> page, String overall) {
        return given().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(page)
                .formParam("q-OVERALL", overall).redirects().follow(false).post("/api/v1/surveys/{id}", id).then().extract();
    }
}
