package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ReportMetricsTest {

    @Inject
    ReportFixture reports;

    @Test
    void reportsAreCountedByState() {
        reports.draft("2071");
        long drafts = reports.selectLong("select count(*) from report where state = 'DRAFT' and closed_at is null");

        await().atMost(30, SECONDS).untilAsserted(() -> assertThat(metrics().lines())
                .contains("cchc_reports{state=\"DRAFT\"} " + (double) drafts));
        assertThat(metrics().lines().filter(line -> line.startsWith("cchc_reports{"))).hasSize(6);
    }

    private static String metrics() {
        return given().get("/q/metrics").then().statusCode(200).extract().asString();
    }
}
