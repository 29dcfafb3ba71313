package vn.cchc.reporting;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;
import static vn.cchc.reporting.ReportFixture.withoutIfMatch;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

/** The refusal of one report of a list leaves the others. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class BulkReviewTest {

    @Inject
    ReportFixture reports;

    @Test
    void eachReportOfAListIsAcceptedOrRefusedByItself() {
        String draft = reports.draft("2016Q1");
        String stale = submitted("2016H1");
        String old = tag(stale);
        as("tccb-head").post("/api/v1/reports/{id}/withdrawal", stale).then().statusCode(200);
        String unknown = UUID.randomUUID().toString();
        String good = submitted("2016Q3");

        as("reviewer").header("Accept-Language", "en").body(Map.of("reports", List.of(item(draft, tag(draft)), item(stale, old),
                item(unknown, "*"), item(good, tag(good))))).post("/api/v1/reviews/acceptances").then().statusCode(200)
                .body("results.report", contains(draft, stale, unknown, good))
                .body("results.status", contains(409, 412, 404, 200))
                .body("results[0].problem.code", equalTo("wrong-state"))
                .body("results[0].problem.detail", equalTo("A report that is in preparation cannot be accepted."))
                .body("results[1].etag", equalTo(tag(stale))).body("results[1].changes.action", contains("WITHDRAW"))
                .body("results[1].changes.by", contains("tccb-head")).body("results[0].changes", empty())
                .body("results[3].state", equalTo("ACCEPTED")).body("results[3].problem", nullValue())
                .body("results[3].etag", equalTo(tag(good)));

        as("viewer").get("/api/v1/reports/{id}", good).then().statusCode(200);
        as("reviewer").get("/api/v1/reports/{id}", stale).then().body("state", equalTo("WITHDRAWN"));
    }

    /** A full disk and a defect, for one report each. */
    @Test
    void aFailureOfTheDatabaseAtOneReportLeavesTheOthers() {
        String full = submitted("2014Q3");
        String defect = submitted("2015Q1");
        String good = submitted("2015H1");
        reports.sqlAsOwner("""
                create function fail_for_a_report() returns trigger language plpgsql as $$
                begin
                  if new.report = '%s' then raise exception 'no space' using errcode = '53100'; end if;
                  if new.report = '%s' then raise exception 'a defect'; end if;
                  return new;
                end $$;
                create trigger fail_for_a_report before insert on status_change
                  for each row execute function fail_for_a_report()""".formatted(full, defect));
        try {
            as("reviewer").body(Map.of("reports", List.of(item(full, "*"), item(defect, "*"), item(good, "*"))))
                    .post("/api/v1/reviews/acceptances").then().statusCode(200)
                    .body("results.status", contains(503, 500, 200))
                    .body("results.problem.code", contains("unavailable", "internal-error"))
                    .body("results.state", contains(null, null, "ACCEPTED"));
        } finally {
            reports.sqlAsOwner("drop function fail_for_a_report() cascade");
        }
        as("reviewer").get("/api/v1/reports/{id}", full).then().body("state", equalTo("SUBMITTED"));
        as("reviewer").get("/api/v1/reports/{id}", defect).then().body("state", equalTo("SUBMITTED"));
    }

    @Test
    void reportsAreReturnedForOneReason() {
        String first = submitted("2017Q1");
        String second = submitted("2017H1");

        as("reviewer").body(Map.of("reports", List.of(item(first, "*")), "reason", " ")).post("/api/v1/reviews/returns").then()
                .statusCode(422).body("errors.pointer", containsInAnyOrder("/reasonCode", "/reason"));
        as("reviewer").body(Map.of("reports", Collections.nCopies(201, item(first, "*")))).post("/api/v1/reviews/acceptances")
                .then().statusCode(422).body("errors.pointer", contains("/reports"));
        as("tccb-head").body(Map.of("reports", List.of(item(first, "*")))).post("/api/v1/reviews/acceptances").then()
                .statusCode(403);
        as("reviewer").body(Map.of("reports", List.of(item(first, "*"), item(second, "*"), item(second, "*")), "reasonCode",
                "MISSING_EVIDENCE", "reason", "Thiếu quyết định")).post("/api/v1/reviews/returns").then().statusCode(200)
                .body("results.status", contains(200, 200, 409));

        as("tccb-head").get("/api/v1/reports/{id}/history", second).then().body("items.reason",
                contains(null, null, "Thiếu quyết định"));
    }

    private String submitted(String period) {
        String report = reports.draft(period);
        as("tccb-reporter").body(Map.of("numerator", 1, "denominator", 2)).put("/api/v1/reports/{id}/figures/CT90", report)
                .then().statusCode(200);
        as("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
        return report;
    }

    private static Map<String, String> item(String report, String tag) {
        return Map.of("id", report, "ifMatch", tag);
    }

    private static String tag(String report) {
        return withoutIfMatch("reviewer").get("/api/v1/reports/{id}", report).header("ETag");
    }
}
