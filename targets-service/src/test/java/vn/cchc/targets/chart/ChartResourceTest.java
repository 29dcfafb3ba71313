package vn.cchc.targets.chart;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.year;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ChartResourceTest {

    @Inject
    Outbox outbox;

    @Test
    void thePicturesShowTheAcceptedFigures() {
        QuarkusTransaction.requiringNew().run(() -> {
            outbox.add(accepted("CT01.2", year(2022), "CH-A", 37, 80));
            outbox.add(accepted("CT01.2", firstHalf(2023), "CH-A", 61, 80));
        });
        await().atMost(20, SECONDS).untilAsserted(() -> {
            Svg chart = svg("/api/v1/indicators/CT01.2/chart.svg");
            assertThat(chart.description()).contains("2022 (ngày ", ": 46,25 %", ": 76,25 %, tạm tính", "năm 2025: 100 %");
            assertThat(chart.texts()).contains("76,25 % *", "100 %").anyMatch(text -> text.startsWith("46,25 %"));
        });

        assertThat(svg("/api/v1/scoreboard.svg?year=2022").texts()).contains("CT01.2", "46,25 % / mốc 100 % (2025)")
                .anyMatch(text -> text.startsWith("Chưa đến hạn"));
        assertThat(svg("/api/v1/scoreboard.svg?year=2022").title()).contains("năm 2022", "KH-SGDDT-2022");
    }

    @ParameterizedTest
    @ValueSource(strings = { "/api/v1/indicators/CT04/chart.svg", "/api/v1/scoreboard.svg?year=2018" })
    void aPictureThatTheCallerHasIsNotSentAgain(String path) {
        String tag = viewer().get(path).then().statusCode(200).contentType("image/svg+xml").extract().header("ETag");

        viewer().header("If-None-Match", tag).get(path).then().statusCode(304).header("ETag", tag).body(emptyOrNullString());
        viewer().header("If-None-Match", "\"other\"").get(path).then().statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "/api/v1/indicators/CT99/chart.svg, 404, not-found", "/api/v1/scoreboard.svg?plan=KH-0, 404, not-found",
            "/api/v1/scoreboard.svg?year=12, 400, invalid-parameter",
            "/api/v1/scoreboard.svg?yaer=2025, 400, unknown-parameter",
            "/api/v1/scoreboard.svg?asOf=2999-01-01T00:00:00Z, 400, invalid-parameter",
            "/api/v1/indicators/CT04/chart.svg?asOf=tomorrow, 400, invalid-parameter" })
    void aRefusalIsNoPicture(String path, int status, String code) {
        viewer().accept("image/svg+xml").get(path).then().statusCode(status).contentType("application/problem+json").body(
                "code",
                equalTo(code));
    }

    @Test
    void anEarlierPictureCanBeDrawnAgain() {
        viewer().get("/api/v1/scoreboard.svg?asOf=2001-01-01T00:00:00Z").then().statusCode(404);
    }

    private static Svg svg(String path) {
        return Svg.parse(viewer().get(path).then().statusCode(200).contentType("image/svg+xml").extract().asString());
    }

    private static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("viewer"));
    }
}
