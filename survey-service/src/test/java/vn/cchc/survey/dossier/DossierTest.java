package vn.cchc.survey.dossier;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.ConcurrentTasks;

/** The one-stop software asks its customers: an invitation for a dossier, or the answer itself. */
@QuarkusTest
class DossierTest {

    private static final String PRIMARY = "PRIMARY-PARENTS";

    private final String dossier = "HS-" + UUID.randomUUID();

    @Inject
    EntityManager database;

    @Test
    void aRepeatedCallReturnsTheSameLinkAndADossierIsRatedOnceWhicheverWay() {
        String id = draft("EDUCATION", 2025);
        String token = invite(id, dossier, PRIMARY).body("issued", equalTo(1)).extract().path("invitations[0].token");
        invite(id, ' ' + dossier.toLowerCase() + ' ', PRIMARY).body("issued", equalTo(0))
                .body("invitations[0].token", equalTo(token))
                .body("invitations[0].link", equalTo("http://localhost:8080/api/v1/surveys/" + id + "?token=" + token));
        transition(id, "opening").statusCode(200);

        rate(id, dossier, 5).then().statusCode(200).body("received", equalTo(true));
        rate(id, dossier, 1).then().statusCode(200).body("received", equalTo(true));
        answer(id, token, Map.of("OVERALL", 2)).statusCode(200);

        as("viewer").get("/campaigns/{id}/progress", id).then().body("invitations", equalTo(1)).body("answers", equalTo(1));
        transition(id, "closing").statusCode(200);
        assertThat(numbers("select (scores->>'OVERALL')::int from answer where campaign = '" + id + "'")).containsExactly(5);
        rate(id, dossier, 5).then().statusCode(409).body("code", equalTo("wrong-campaign-state"));
        rate(id, dossier + "-2", 5).then().statusCode(409).body("code", equalTo("wrong-campaign-state"));
        invite(id, dossier, PRIMARY, 409);
    }

    @Test
    void aDossierThatWasRatedFirstIsNotInvited() {
        String id = openCampaign("EDUCATION", 2025);

        rate(id, dossier, 4).then().statusCode(200);
        String token = invite(id, dossier, null).body("issued", equalTo(0)).extract().path("invitations[0].token");

        answer(id, token, Map.of("OVERALL", 1)).statusCode(200);
        as("viewer").get("/campaigns/{id}/progress", id).then().body("invitations", equalTo(0)).body("answers", equalTo(1));
        transition(id, "closing").statusCode(200);
    }

    @Test
    void sixRatingsOfOneDossierAtOnceAreOneAnswer() {
        String id = openCampaign("EDUCATION", 2025);

        List<CompletableFuture<Response>> calls = Stream.generate(() -> ConcurrentTasks.supply(() -> rate(id, dossier, 5)))
                .limit(6).toList();

        assertThat(calls).extracting(CompletableFuture::join).extracting(Response::statusCode).containsOnly(200);
        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(1));
    }

    @Test
    void invitationsAndAnswersOfSeveralStrataAtOnceAreAllCounted() {
        String id = openCampaign("EDUCATION", 2025);
        List<String> strata = List.of(PRIMARY, "UPPER-SECONDARY-PUPILS", "KINDERGARTEN-PARENTS");

        List<CompletableFuture<Integer>> calls = IntStream.range(0, 60).mapToObj(i -> ConcurrentTasks.supply(() -> {
            String number = dossier + '/' + i;
            return i % 2 == 0
                    ? invite(id, IntStream.range(0, 3).mapToObj(j -> Map.of("number", number + '-' + j, "stratum",
                            strata.get((i + j) % 3))).toList()).extract().statusCode()
                    : rate(id, number, strata.get(i % 3), 5).statusCode();
        })).toList();

        assertThat(calls).extracting(CompletableFuture::join).containsOnly(200);
        as("viewer").get("/campaigns/{id}/progress", id).then().body("invitations", equalTo(90)).body("answers", equalTo(30))
                .body("strata.invitations.sum()", equalTo(90));
    }

    @Test
    void aThousandDossiersHaveAThousandLinksAndCampaignsDoNotShareThem() {
        String id = draft("EDUCATION", 2025);
        List<Map<String, String>> dossiers = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            dossiers.add(Map.of("number", dossier + '/' + i, "stratum", PRIMARY));
        }

        List<String> tokens = invite(id, dossiers).statusCode(200).body("issued", equalTo(1_000)).extract()
                .path("invitations.token");

        assertThat(tokens).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(invite(draft("EDUCATION", 2025), dossiers).extract().<List<String>> path("invitations.token"))
                .doesNotContainAnyElementsOf(tokens);
        dossiers.add(Map.of("number", "x"));
        invite(id, dossiers).statusCode(422).body("errors.pointer", contains("/dossiers"));
        await().atMost(5, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=invitations&resourceId=" + id).then()
                .body("items.entry.changes.after.flatten()", hasItem(1_000)));
    }

    @Test
    void everyViolationIsReportedAndNothingIsIssued() {
        String id = openCampaign("EDUCATION", 2025);

        invite(id, List.of(Map.of("number", dossier), Map.of("number", " ", "stratum", "TEACHERS"))).statusCode(422)
                .body("errors.pointer", contains("/dossiers/1/number", "/dossiers/1/stratum"));
        as("one-stop-system").body(Map.of("number", "", "answers", Map.of("OVERALL", 6)))
                .post("/campaigns/{id}/dossier-answers", id).then()
                .statusCode(422).body("errors.pointer", contains("/number", "/answers/OVERALL"));
        rate(id, dossier, 9).then().statusCode(422).body("errors.pointer", contains("/answers/OVERALL"));
        as("surveyor").body(Map.of("number", dossier)).post("/campaigns/{id}/dossier-answers", id).then().statusCode(403);

        as("viewer").get("/campaigns/{id}/progress", id).then().body("invitations", equalTo(0)).body("answers", equalTo(0));
    }

    @Test
    void theNumberOfADossierIsNowhereInTheDatabase() {
        String id = openCampaign("EDUCATION", 2025);
        invite(id, dossier, PRIMARY);
        rate(id, dossier, 5).then().statusCode(200);

        List<?> tables = database.createNativeQuery("""
                select quote_ident(relname) from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
                and relname <> 'flyway_schema_history' and has_table_privilege(oid, 'select')""").getResultList();
        assertThat(tables).hasSizeGreaterThan(10).allSatisfy(table -> assertThat(
                numbers("select count(*) from " + table + " t where upper(t::text) like '%" + dossier.toUpperCase() + "%'"))
                .as("%s", table).containsExactly(0));
    }

    private static ValidatableResponse invite(String id, String number, String stratum) {
        return invite(id, number, stratum, 200);
    }

    private static ValidatableResponse invite(String id, String number, String stratum, int status) {
        Map<String, String> of = stratum == null ? Map.of("number", number) : Map.of("number", number, "stratum", stratum);
        return invite(id, List.of(of)).statusCode(status);
    }

    private static ValidatableResponse invite(String id, List<Map<String, String>> dossiers) {
        return as("one-stop-system").body(Map.of("dossiers", dossiers)).post("/campaigns/{id}/dossier-invitations", id).then();
    }

    private static Response rate(String id, String number, int level) {
        return as("one-stop-system").body(Map.of("number", number, "answers", Map.of("OVERALL", level)))
                .post("/campaigns/{id}/dossier-answers", id);
    }

    private static Response rate(String id, String number, String stratum, int level) {
        return as("one-stop-system")
                .body(Map.of("number", number, "stratum", stratum, "answers", Map.of("OVERALL", level)))
                .post("/campaigns/{id}/dossier-answers", id);
    }

    private List<Integer> numbers(String query) {
        return ((List<?>) database.createNativeQuery(query).getResultList()).stream().map(row -> ((Number) row).intValue())
                .toList();
    }
}
