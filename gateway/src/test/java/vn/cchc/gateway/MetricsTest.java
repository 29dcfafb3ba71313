package vn.cchc.gateway;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(LocalStackTestResource.class)
@QuarkusTestResource(StubServices.class)
class MetricsTest {

    private static final Pattern LABEL = Pattern.compile("http_server_requests\\S*\\{[^}]*(method|uri)=\"([^\"]*)\"");

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    @Test
    void theLabelsOfRequestsAreBounded() {
        for (int request = 0; request < 20; request++) {
            given().get("/api/v1/units/label-" + request).then().statusCode(401);
            given().get("/api/v1/units/label-" + request + "?q=" + "x".repeat(9000)).then().statusCode(414);
            given().header("X-Long", "x".repeat(17_000)).get("/label-" + request).then().statusCode(431);
            given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/units/label-" + request).then().statusCode(200);
            given().request("LABEL" + request, "/api/v1/units").then().statusCode(401);
        }

        await().atMost(10, SECONDS).untilAsserted(() -> {
            List<String> labels = LABEL.matcher(given().get(metrics).asString()).results().map(found -> found.group()).toList();
            assertThat(labels).anyMatch(label -> label.contains("/api/v1/units/*"))
                    .noneMatch(label -> label.toLowerCase().contains("label"));
        });
    }
}
