package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;

/** The queue of the reviewers. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class PendingReviewTest {

    /** A period of which no other test has a report. */
    private static final String PERIOD = "2007Q1";

    @Inject
    ReportFixture reports;

    @AfterEach
    void deleteReports() {
        reports.sql("delete from report where created_by = 'pending-test'");
    }

    @Test
    void theOldestSubmissionComesFirstWithItsWaitingTimeAndTheDepartmentsDeadline() {
        submitted("VP", "now() - interval '1 hour'", 1);
        submitted("CNTT", "now() - interval '50 hours 30 minutes'", 1);
        submitted("KHTC", "now() - interval '30 hours'", 2);

        pending("").body("items.unit", contains("CNTT", "KHTC", "VP")).body("items.waitingHours", contains(50, 30, 1))
                .body("items[0].unitName", equalTo("Tổ Công nghệ thông tin"))
                // 18 March 2007 was a Sunday.
                .body("items[0].due", equalTo("2007-03-19")).body("items[0].overdue", equalTo(true))
                .body("items[1].version", equalTo(2)).body("items[1].due", nullValue())
                .body("items[1].overdue", equalTo(false));
    }

    @Test
    void aReportThatIsReturnedOrAcceptedDoesNotWait() {
        submitted("VP", "now()", 1);
        submitted("CNTT", "now()", 1);
        reports.sql("update report set state = 'RETURNED' where created_by = 'pending-test' and unit = 'VP'");

        pending("").body("items.unit", contains("CNTT"));
    }

    @Test
    void aWeekendAndAHolidayAreNoWorkingDays() {
        submitted("VP", "timestamptz '2025-04-29 10:00+07'", 1);
        submitted("CNTT", "timestamptz '2025-05-04 10:00+07'", 1);

        List<Integer> days = pending("").extract().path("items.waitingWorkingDays");

        assertThat(days.get(0)).isEqualTo(days.get(1)).isPositive();
    }

    @Test
    void pagesFollowEachOtherAlsoAmongReportsOfTheSameMillisecondAndCostTheSameStatements() {
        for (String unit : List.of("VP", "CNTT", "KHTC", "TCCB", "TTR")) {
            submitted(unit, "timestamptz '2026-01-05 10:00+07'", 1);
        }

        List<String> units = new ArrayList<>();
        String next = "/api/v1/reviews/pending?limit=2&period=" + PERIOD;
        while (next != null) {
            ValidatableResponse page = as("reviewer").get(next).then().statusCode(200);
            units.addAll(page.extract().path("items.unit"));
            next = page.extract().path("next");
        }

        assertThat(units).containsExactlyInAnyOrder("VP", "CNTT", "KHTC", "TCCB", "TTR");
        // The holidays, the scopes of the reviewer, and the page with the names and deadlines of its reports.
        assertThat(statements("&limit=1")).isEqualTo(3);
        assertThat(statements("&limit=5")).isEqualTo(3);
        as("reviewer").get("/api/v1/reviews/pending?cursor=eA").then().statusCode(400);
        as("vp-head").get("/api/v1/reviews/pending").then().statusCode(403);
    }

    private static long statements(String query) {
        return StatementCount.of(as("reviewer"), request -> request.get("/api/v1/reviews/pending?period=" + PERIOD + query)
                .then().statusCode(200));
    }

    private static ValidatableResponse pending(String query) {
        return as("reviewer").get("/api/v1/reviews/pending?period=" + PERIOD + query).then().statusCode(200);
    }

    private void submitted(String unit, String at, int version) {
        reports.sql("""
                insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at,
                  first_submitted_at, submitted_at, submitted_by, lock)
                values (uuidv7(), 'CCHC', '%s', '%s', 'SUBMITTED', %d, 'pending-test', now(), now(), %s, %s, 'x', 0)"""
                .formatted(PERIOD, unit, version, at, at));
    }
}
