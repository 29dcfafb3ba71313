package vn.cchc.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.submit31Answers;
import static vn.cchc.survey.Survey.transition;
import static vn.cchc.survey.Survey.withIfMatch;
import static vn.cchc.survey.Survey.withoutIfMatch;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.local.ConcurrentTasks;

/** Updates of a campaign require If-Match. */
@QuarkusTest
class PreconditionTest {

    @Test
    void theETagOfEachResponseIsValidForTheNextStatusChange() {
        String id = draft("EDUCATION", 2029);

        String opened = change(tag(id), id, "opening");
        submit31Answers(id);
        String closed = change(opened, id, "closing");
        String published = change(closed, id, "publication");

        assertThat(List.of(opened, closed, published)).doesNotHaveDuplicates();
    }

    @Test
    void aStaleTagIsRefusedWithTheChangesSince() {
        String id = draft("EDUCATION", 2029);
        String etag = tag(id);
        change(etag, id, "opening");

        for (String step : List.of("opening", "closing", "publication")) {
            withoutIfMatch("surveyor").post("/campaigns/{id}/{step}", id, step).then().statusCode(428).body("code",
                    equalTo("precondition-required"));
            withIfMatch(etag, "surveyor").post("/campaigns/{id}/{step}", id, step).then().statusCode(412)
                    .header("ETag", tag(id)).body("changes.action", contains("OPEN"))
                    .body("changes.by", contains("surveyor")).body("changes[0].fields", contains("/openedAt", "/state"));
        }
    }

    @Test
    void aDraftIsChangedAndDeletedByItsTag() {
        String id = draft("EDUCATION", 2029);
        String etag = tag(id);
        String body = "{\"questionnaire\": \"EDUCATION\", \"year\": 2030, \"title\": \"Khảo sát\"}";
        withoutIfMatch("surveyor").body(body).put("/campaigns/{id}", id).then().statusCode(428);
        withoutIfMatch("surveyor").delete("/campaigns/{id}", id).then().statusCode(428);

        withIfMatch(etag, "surveyor").body(body).put("/campaigns/{id}", id).then().statusCode(200);

        withIfMatch(etag, "surveyor").body(body).put("/campaigns/{id}", id).then().statusCode(412)
                .body("changes.action", contains("EDIT"));
        withIfMatch(etag, "surveyor").delete("/campaigns/{id}", id).then().statusCode(412);
        withIfMatch(tag(id), "surveyor").delete("/campaigns/{id}", id).then().statusCode(200);
    }

    @Test
    void ofTwoConcurrentClosingsOneSucceeds() {
        String id = openCampaign("EDUCATION", 2029);
        String etag = tag(id);

        List<CompletableFuture<Response>> calls = Stream.generate(() -> ConcurrentTasks.supply(
                () -> withIfMatch(etag, "surveyor").post("/campaigns/{id}/closing", id))).limit(2).toList();

        assertThat(calls).extracting(CompletableFuture::join).extracting(Response::statusCode)
                .containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void answersDoNotChangeTheETagOfTheCampaign() {
        String id = openCampaign("EDUCATION", 2029);
        String etag = tag(id);
        answer(id, invite(id, 1).get(0), Map.of("OVERALL", 5)).statusCode(200).header("ETag", nullValue());

        change(etag, id, "closing");
    }

    @Test
    void invitationsHaveNoETag() {
        withoutIfMatch("surveyor").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", draft("EDUCATION", 2029)).then()
                .statusCode(201).header("ETag", nullValue());
    }

    @Test
    void anUnchangedResourceIsNotSentAgain() {
        String id = openCampaign("EDUCATION", 2029);
        List<String> paths = List.of("/campaigns/" + id, "/campaigns/" + id + "/progress",
                "/campaigns/" + id + "/questionnaire",
                "/questionnaires", "/questionnaires/EDUCATION");
        for (String path : paths) {
            String tag = withoutIfMatch("viewer").get(path).then().statusCode(200).header("ETag", notNullValue()).extract()
                    .header("ETag");

            withoutIfMatch("viewer").header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag)
                    .body(emptyString());
        }
        String progress = withoutIfMatch("viewer").get(paths.get(1)).header("ETag");
        invite(id, 1);
        withoutIfMatch("viewer").header("If-None-Match", progress).get(paths.get(1)).then().statusCode(200);
        anonymous().header("If-None-Match", "*").get(paths.get(2)).then().statusCode(304);
        transition(id, "closing").statusCode(200);
    }

    private static String change(String etag, String id, String step) {
        String tag = withIfMatch(etag, "surveyor").post("/campaigns/{id}/{step}", id, step).then().statusCode(200).extract()
                .header("ETag");
        assertThat(tag).isEqualTo(tag(id));
        return tag;
    }

    private static String tag(String id) {
        return withoutIfMatch("viewer").get("/campaigns/{id}", id).then().statusCode(200).extract().header("ETag");
    }
}
