package vn.cchc.survey.campaign;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.transition;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Campaigns with strata of their own. */
@QuarkusTest
class CampaignStrataTest {

    private static final String STRATIFIED = """
            {"questionnaire": "EDUCATION", "year": 2044, "title": "Khảo sát theo tầng", "strata": [
              {"code": "PRIMARY-VP", "name": "Tiểu học, Văn phòng", "nameEn": "Primary, Office", "group": "PRIMARY-PARENTS", "unit": "VP", "population": 1000},
              {"code": "PRIMARY-CNTT", "name": "Tiểu học, Tổ CNTT", "nameEn": "Primary, IT", "group": "PRIMARY-PARENTS", "unit": "CNTT", "population": 400}],
             "aggregation": "MEAN_OF_ITEMS", "weighting": "POPULATION", "suppressBelow": 10}""";

    @Test
    void thePlannedSampleFollowsFromThePopulations() {
        String id = create(STRATIFIED);

        as("viewer").get("/campaigns/{id}", id).then().statusCode(200)
                .body("strata.code", contains("PRIMARY-VP", "PRIMARY-CNTT")).body("strata.unit", contains("VP", "CNTT"))
                .body("strata.plannedSample", contains(286, 200)).body("plannedSample", equalTo(486))
                .body("marginOfError", equalTo(5)).body("modes", contains("LINK", "PAPER", "SYSTEM"))
                .body("suppressBelow", equalTo(10)).body("minRespondents", equalTo(10))
                .body("aggregation", equalTo("MEAN_OF_ITEMS")).body("weighting", equalTo("POPULATION"));
    }

    @Test
    void aCampaignWithoutStrataHasThoseOfItsGroups() {
        as("viewer").get("/campaigns/{id}", draft("EDUCATION", 2044)).then().statusCode(200).body("strata", hasSize(5))
                .body("strata[1].code", equalTo("PRIMARY-PARENTS")).body("strata[1].group", equalTo("PRIMARY-PARENTS"))
                .body("strata[1].population", nullValue()).body("plannedSample", nullValue());
    }

    @Test
    void allViolationsOfStrataAndMethodAreReportedTogether() {
        as("surveyor").body("""
                {"questionnaire": "SIPAS", "year": 2044, "title": "x", "strata": [
                  {"code": "A", "name": "A", "nameEn": "A", "group": "NONE"}, {"code": "a", "name": "", "nameEn": "A"}],
                 "marginOfError": 51, "suppressBelow": 4, "aggregation": "MEAN_OF_GROUPS", "weighting": "POPULATION"}""")
                .post("/campaigns").then().statusCode(422).body("errors.pointer",
                        contains("/strata/0/population", "/strata/1/code", "/strata/1/name", "/strata/1/population",
                                "/marginOfError", "/suppressBelow", "/strata/0/group", "/aggregation"));
    }

    @Test
    void aDraftIsChangedAsAWhole() {
        String id = create(STRATIFIED);

        as("surveyor").body("""
                {"questionnaire": "EDUCATION", "year": 2045, "title": "Khảo sát khác", "strata": [
                  {"code": "PRIMARY-CNTT", "name": "A", "nameEn": "A", "population": 400},
                  {"code": "PRIMARY-VP", "name": "B", "nameEn": "B"}], "modes": ["SYSTEM", "OPEN_LINK"]}""")
                .put("/campaigns/{id}", id).then().statusCode(200).body("year", equalTo(2045))
                .body("strata.code", contains("PRIMARY-CNTT", "PRIMARY-VP")).body("plannedSample", nullValue())
                .body("modes", contains("OPEN_LINK", "SYSTEM")).body("weighting", equalTo("NONE"));

        as("surveyor").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", id).then().statusCode(409)
                .body("code", equalTo("mode-not-allowed"));
        transition(id, "opening").statusCode(200);
        as("surveyor").body(STRATIFIED).put("/campaigns/{id}", id).then().statusCode(409);
    }

    @Test
    void aChangeKeepsTheStrataThatHaveInvitations() {
        String id = create(STRATIFIED);
        invite(id, "PRIMARY-VP", 5);

        as("surveyor").body("""
                {"questionnaire": "EDUCATION", "year": 2044, "title": "x", "strata": [
                  {"code": "PRIMARY-CNTT", "name": "A", "nameEn": "A"}]}""").put("/campaigns/{id}", id).then().statusCode(422)
                .body("errors.pointer", contains("/strata")).body("errors.code", contains("stratum-in-use"));
    }

    @Test
    void anUnusedDraftIsDeleted() {
        String id = create(STRATIFIED);
        as("viewer").delete("/campaigns/{id}", id).then().statusCode(403);

        as("surveyor").delete("/campaigns/{id}", id).then().statusCode(200).body("id", equalTo(id))
                .body("strata", hasSize(2));

        as("viewer").get("/campaigns/{id}", id).then().statusCode(404);
        anonymous().body(Map.of("token", "x", "answers", Map.of("OVERALL", 5))).post("/campaigns/{id}/answers", id).then()
                .statusCode(403);
    }

    @Test
    void aCampaignInUseIsNotDeleted() {
        String invited = create(STRATIFIED);
        invite(invited, 1);
        String opened = create(STRATIFIED);
        transition(opened, "opening").statusCode(200);

        as("surveyor").delete("/campaigns/{id}", invited).then().statusCode(409).body("code", equalTo("campaign-in-use"));
        as("surveyor").delete("/campaigns/{id}", opened).then().statusCode(409);
    }

    @Test
    void theProgressIsByTheStratumOfTheInvitation() {
        String id = create(STRATIFIED);
        List<String> office = invite(id, "PRIMARY-VP", 40);
        List<String> it = invite(id, "PRIMARY-CNTT", 30);
        List<String> any = invite(id, 20);
        transition(id, "opening").statusCode(200);
        office.subList(0, 20).forEach(token -> answer(id, token, null).statusCode(200));
        it.subList(0, 12).forEach(token -> answer(id, token, "PRIMARY-CNTT").statusCode(200));
        any.subList(0, 11).forEach(token -> answer(id, token, "PRIMARY-CNTT").statusCode(200));

        for (String step : List.of("closing", "publication")) {
            as("viewer").get("/campaigns/{id}/progress", id).then().statusCode(200).body("invitations", equalTo(90))
                    .body("answers", equalTo(43)).body("strata.code", contains("PRIMARY-VP", "PRIMARY-CNTT", null))
                    .body("strata.invitations", contains(40, 30, 20)).body("strata.answers", contains(20, 12, 11))
                    .body("strata.population", contains(1000, 400, null))
                    .body("strata.plannedSample", contains(286, 200, null));
            transition(id, step).statusCode(200);
        }
        as("surveyor").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", id).then().statusCode(409);
    }

    @Test
    void theNumberOfRespondentsOfASmallStratumIsNotShown() {
        String id = create(STRATIFIED);
        invite(id, "PRIMARY-VP", 40);
        invite(id, "PRIMARY-CNTT", 9);

        as("viewer").get("/campaigns/{id}/progress", id).then().body("strata.invitations", contains(40, 9, 0))
                .body("strata.answers", contains(0, null, 0));
    }

    @Test
    void aStratumIsNamedByItsCodeAndNotByTheGroup() {
        String id = create(STRATIFIED);
        as("surveyor").body(Map.of("count", 1, "stratum", "NONE")).post("/campaigns/{id}/invitations", id).then()
                .statusCode(422).body("errors.pointer", contains("/stratum"));
        as("surveyor").body(Map.of("count", 1, "group", "PRIMARY-PARENTS")).post("/campaigns/{id}/invitations", id).then()
                .statusCode(422).body("errors.code", contains("stratum-instead-of-group"));
        List<String> tokens = invite(id, "PRIMARY-VP", 1);
        transition(id, "opening").statusCode(200);

        answer(id, tokens.get(0), "PRIMARY-CNTT").statusCode(422).body("errors.pointer", contains("/stratum"));
        answer(id, tokens.get(0), "PRIMARY-VP").statusCode(200);
    }

    @Test
    void aCampaignThatWasTriedAsADraftTakesAnswersByItsLatestStrata() {
        String id = create(STRATIFIED);
        String token = invite(id, 1).get(0);
        answer(id, token, "PRIMARY-VP").statusCode(409);
        as("surveyor").body("""
                {"questionnaire": "EDUCATION", "year": 2044, "title": "x", "strata": [
                  {"code": "NEW", "name": "A", "nameEn": "A"}]}""").put("/campaigns/{id}", id).then().statusCode(200);
        transition(id, "opening").statusCode(200);

        answer(id, token, "PRIMARY-VP").statusCode(422);
        answer(id, token, "NEW").statusCode(200);
    }

    private static String create(String body) {
        return as("surveyor").body(body).post("/campaigns").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse answer(String id, String token, String stratum) {
        Map<String, Object> body = new java.util.HashMap<>(Map.of("token", token, "answers", Map.of("OVERALL", 5)));
        body.put("stratum", stratum);
        return anonymous().body(body).post("/campaigns/{id}/answers", id).then();
    }
}
