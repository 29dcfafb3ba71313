package vn.cchc.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.answer;
import static vn.cchc.survey.Survey.answeredBy31;
import static vn.cchc.survey.Survey.anybody;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.seeing;
import static vn.cchc.survey.Survey.step;
import static vn.cchc.survey.Survey.unseeing;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import vn.cchc.local.ConcurrentTasks;

/** Nobody leads a campaign on that they have not seen as it is. */
@QuarkusTest
class PreconditionTest {

    @Test
    void theTagOfEachReplyIsTheOneToGoOnWith() {
        String id = draft("EDUCATION", 2029);

        String opened = go(tag(id), id, "opening");
        answeredBy31(id);
        String closed = go(opened, id, "closing");
        String published = go(closed, id, "publication");

        assertThat(List.of(opened, closed, published)).doesNotHaveDuplicates();
    }

    @Test
    void whoHasNotSeenTheCampaignAsItIsLearnsWhatWasChanged() {
        String id = draft("EDUCATION", 2029);
        String seen = tag(id);
        go(seen, id, "opening");

        for (String step : List.of("opening", "closing", "publication")) {
            unseeing("surveyor").post("/campaigns/{id}/{step}", id, step).then().statusCode(428).body("code",
                    equalTo("precondition-required"));
            seeing(seen, "surveyor").post("/campaigns/{id}/{step}", id, step).then().statusCode(412)
                    .header("ETag", tag(id)).body("changes.action", contains("OPEN"))
                    .body("changes.by", contains("surveyor")).body("changes[0].fields", contains("/openedAt", "/state"));
        }
    }

    @Test
    void ofTwoWhoCloseAtOnceOneDoes() {
        String id = openCampaign("EDUCATION", 2029);
        String seen = tag(id);

        List<CompletableFuture<Response>> calls = Stream.generate(() -> ConcurrentTasks.supply(
                () -> seeing(seen, "surveyor").post("/campaigns/{id}/closing", id))).limit(2).toList();

        assertThat(calls).extracting(CompletableFuture::join).extracting(Response::statusCode)
                .containsExactlyInAnyOrder(200, 412);
    }

    @Test
    void answersDoNotStandInTheWayOfWhoLeadsTheCampaign() {
        String id = openCampaign("EDUCATION", 2029);
        String seen = tag(id);
        answer(id, invite(id, 1).get(0), Map.of("OVERALL", 5)).statusCode(200).header("ETag", nullValue());

        go(seen, id, "closing");
    }

    @Test
    void invitationsAreShownWithoutATag() {
        unseeing("surveyor").body(Map.of("count", 1)).post("/campaigns/{id}/invitations", draft("EDUCATION", 2029)).then()
                .statusCode(201).header("ETag", nullValue());
    }

    @Test
    void whoHasWhatIsThereIsNotSentItAgain() {
        String id = openCampaign("EDUCATION", 2029);
        List<String> paths = List.of("/campaigns/" + id, "/campaigns/" + id + "/progress",
                "/campaigns/" + id + "/questionnaire",
                "/questionnaires", "/questionnaires/EDUCATION");
        for (String path : paths) {
            String tag = unseeing("viewer").get(path).then().statusCode(200).header("ETag", notNullValue()).extract()
                    .header("ETag");

            unseeing("viewer").header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag)
                    .body(emptyString());
        }
        String progress = unseeing("viewer").get(paths.get(1)).header("ETag");
        invite(id, 1);
        unseeing("viewer").header("If-None-Match", progress).get(paths.get(1)).then().statusCode(200);
        anybody().header("If-None-Match", "*").get(paths.get(2)).then().statusCode(304);
        step(id, "closing").statusCode(200);
    }

    private static String go(String seen, String id, String step) {
        String tag = seeing(seen, "surveyor").post("/campaigns/{id}/{step}", id, step).then().statusCode(200).extract()
                .header("ETag");
        assertThat(tag).isEqualTo(tag(id));
        return tag;
    }

    private static String tag(String id) {
        return unseeing("viewer").get("/campaigns/{id}", id).then().statusCode(200).extract().header("ETag");
    }
}
