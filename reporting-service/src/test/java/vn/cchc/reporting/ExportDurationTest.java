package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static vn.cchc.reporting.ReportFixture.as;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import vn.cchc.local.LocalStackTestResource;

/** No export lasts longer than the setting allows. */
@Tag("slow")
@QuarkusTest
@TestProfile(OtherSettings.class)
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ExportDurationTest {

    @Inject
    ReportFixture reports;

    @Inject
    BulkFigures bulk;

    @Test
    void slowReadersAreCutOffAndOccupyNoExportAnyMore() throws IOException, InterruptedException {
        bulk.accept();
        CapturedLog log = CapturedLog.start();

        try (var a = open(); var b = open(); var c = open(); var d = open(); var e = open()) {
            await().atMost(20, SECONDS).until(() -> bulk.exportsUnderWay() == 0);

            as("viewer").get("/api/v1/exports/figures.csv?period=2011").then().statusCode(200);
            for (InputStream file : Arrays.asList(a, b, c, d, e)) {
                assertThatIOException().isThrownBy(file::readAllBytes);
            }
        }
        log.stop();
        assertThat(log.lines()).filteredOn(line -> line.contains("The export took longer than 3 s")).hasSize(5)
                .noneMatch(line -> line.contains("\tat "));
        assertThat(log.warnings()).noneMatch(line -> line.contains("\tat ") || line.contains("ARJUNA"));
    }

    @Test
    void anExportThatCannotBeginInTimeIsRefused() {
        Response refused = QuarkusTransaction.requiringNew().call(() -> {
            reports.lockReports();
            return as("viewer").get("/api/v1/exports/figures.csv");
        });

        refused.then().statusCode(503).header("Retry-After", "5").header("Content-Disposition", (String) null)
                .contentType("application/problem+json");
    }

    private InputStream open() throws IOException, InterruptedException {
        return bulk.export("csv").body();
    }
}
