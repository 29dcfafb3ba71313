package vn.cchc.survey.progress;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.Map;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.survey.Survey;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "survey"))
class AnswerMetricsTest {

    @Test
    void theAnswersOfACampaignAreCountedUntilItIsClosed() {
        String campaign = Survey.openCampaign("SIPAS", 2071);
        String series = "cchc_campaign_answers{campaign=\"" + campaign + "\"}";
        Survey.answer(campaign, Survey.invite(campaign, 2).get(0), Map.of("OVERALL", 4)).statusCode(200);

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(metrics().lines()).contains(series + " 1.0"));
        Survey.transition(campaign, "closing").statusCode(200);

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(metrics()).doesNotContain(series));
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
