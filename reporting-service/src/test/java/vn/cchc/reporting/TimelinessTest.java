package vn.cchc.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.reporting.ReportFixture.as;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;

/** Who owes a report, and who gave it in time. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class TimelinessTest {

    private static final LocalDate IN_APRIL = LocalDate.of(2025, 4, 20);

    @Inject
    FollowingUpFixture regime;

    @BeforeEach
    void unitsOfAllKinds() {
        regime.createRegime();
        regime.unit("TL-A", "SGDDT", null, null);
        regime.unit("TL-B", "TL-A", null, null);
        regime.unit("TL-NEW", "TL-A", IN_APRIL, null);
        regime.unit("TL-ENDED", "SGDDT", null, IN_APRIL);
        regime.unit("TL-STATE", "SGDDT", null, IN_APRIL);
        regime.unit("TL-YEAR", "SGDDT", null, null);
        regime.unit("TL-SURVEY", "SGDDT", null, null);
        regime.indicator("DD-1", "RATIO", "FLOW", 1, "TL-A", "TL-B", "TL-NEW", "TL-ENDED", "TL-UNKNOWN");
        regime.indicator("DD-2", "RATIO", "STOCK", 1, "TL-A", "TL-STATE");
        regime.indicator("DD-3", "REDUCTION", "COMPARISON", 1, "TL-YEAR");
        regime.indicator("DD-4", "SURVEY", "FLOW", 1, "TL-SURVEY");
    }

    @AfterEach
    void onlyTheOtherRegimesStay() {
        regime.deleteRegime();
    }

    @Test
    void aReportIsExpectedOfEachUnitThatExistsAndHasADutyInTheWindow() {
        timeliness("period=2025M01&groupBy=UNIT").body("items.group", contains("TL-A", "TL-B", "TL-ENDED", "TL-STATE"));
        timeliness("period=2025M04&groupBy=UNIT").body("items.group", contains("TL-A", "TL-B", "TL-ENDED", "TL-NEW"))
                .body("items[0].name", equalTo("Trường TL-A"));
        timeliness("period=2025&groupBy=UNIT").body("items.group", contains("TL-A", "TL-B", "TL-ENDED", "TL-NEW", "TL-YEAR"));
    }

    @Test
    void aReportIsExpectedExactlyIfItRequiresAFigure() {
        for (String period : List.of("2025M01", "2025M04", "2025")) {
            List<String> expected = timeliness("period=" + period + "&groupBy=UNIT").extract().path("items.group");
            for (String unit : List.of("TL-A", "TL-B", "TL-NEW", "TL-ENDED", "TL-STATE", "TL-YEAR", "TL-SURVEY")) {
                regime.report(period, unit, "DRAFT", "null");
                String id = as("auditor").get("/api/v1/reports?regime=DON-DOC&period=" + period + "&unit=" + unit).then()
                        .extract().path("items[0].id");
                List<Object> figures = as("auditor").get("/api/v1/reports/" + id).then().statusCode(200).extract()
                        .path("figures");

                assertThat(expected.contains(unit)).as("%s in %s", unit, period).isEqualTo(!figures.isEmpty());
            }
        }
    }

    @Test
    void aChangedAssignmentChangesWhoIsExpected() {
        regime.indicator("DD-1", "RATIO", "FLOW", 2, "TL-B", "TL-SURVEY");

        timeliness("period=2025M04&groupBy=UNIT").body("items.group", contains("TL-A", "TL-B", "TL-SURVEY"));

        regime.indicator("DD-2", "RATIO", "STOCK", 2);
        timeliness("period=2025M04&groupBy=UNIT").body("items.group", contains("TL-B", "TL-SURVEY"));
    }

    @Test
    void lateBeginsAfterTheSecondWorkingDayBehindTheHolidaysOfTheThirtiethOfApril() {
        regime.report("2025M04", "TL-A", "ACCEPTED", "timestamptz '2025-05-06 23:59:59+07'");
        regime.report("2025M04", "TL-B", "RETURNED", "timestamptz '2025-05-07 00:00:00+07'");
        regime.report("2025M04", "TL-ENDED", "WITHDRAWN", "timestamptz '2025-05-05 08:00:00+07'");

        timeliness("period=2025M04").body("items.group", contains("2025M04")).body("items[0].name", nullValue())
                .body("items[0].expected", equalTo(4)).body("items[0].received", equalTo(2))
                .body("items[0].accepted", equalTo(1)).body("items[0].receivedShare.percent", equalTo(50.0f))
                .body("items[0].raw.onTime", equalTo(1)).body("items[0].raw.late", equalTo(1))
                .body("items[0].raw.missing", equalTo(2)).body("items[0].raw.awaited", equalTo(0))
                .body("items[0].raw.onTimeShare", equalTo(Map.of("numerator", 1, "denominator", 4, "percent", 25.0f)));
    }

    @Test
    void anExtensionExcusesWhatIsLateByTheCalendar() {
        regime.report("2025M04", "TL-B", "SUBMITTED", "timestamptz '2025-05-09 16:00:00+07'");
        regime.extension("2025M04", "TL-B", "2025-05-08");
        regime.extension("2025M04", "TL-B", "2025-05-09");
        regime.extension("2025M04", "TL-NEW", "2099-01-02");

        timeliness("period=2025M04").body("items[0].raw.onTime", equalTo(0)).body("items[0].raw.late", equalTo(1))
                .body("items[0].raw.missing", equalTo(3)).body("items[0].excused.onTime", equalTo(1))
                .body("items[0].excused.late", equalTo(0)).body("items[0].excused.missing", equalTo(2))
                .body("items[0].excused.awaited", equalTo(1));
    }

    @Test
    void groupsByParentPeriodAndYearAddUp() {
        timeliness("year=2025&groupBy=PARENT").body("items.group", contains("SGDDT", "TL-A"))
                .body("items[0].name", equalTo("Sở Giáo dục và Đào tạo tỉnh Sóc Trăng"))
                .body("items.expected", contains(8, 5));
        timeliness("year=2025").body("items.group", contains("2025", "2025M01", "2025M04"))
                .body("items.expected", contains(5, 4, 4));
        timeliness("groupBy=YEAR").body("items.group", contains("2025")).body("items.expected", contains(13));
        timeliness("groupBy=YEAR&parent=TL-A").body("items.expected", contains(8));
        timeliness("groupBy=UNIT&parent=TL-B").body("items.group", contains("TL-B"));
        timeliness("unit=TL-NEW").body("items.group", contains("2025", "2025M04"));
        timeliness("year=2030").body("items", empty());
        as("viewer").get("/api/v1/timeliness?groupBy=WEEK").then().statusCode(400);
    }

    @Test
    void pagesFollowEachOtherAndCostOneStatement() {
        String next = timeliness("period=2025M04&groupBy=UNIT&limit=3").body("items", hasSize(3)).extract().path("next");
        as("viewer").get(next).then().body("items.group", contains("TL-NEW")).body("next", nullValue());

        for (String query : List.of("period=2025M04", "year=2025&groupBy=UNIT", "groupBy=PARENT&parent=SGDDT")) {
            assertThat(StatementCount.of(as("viewer"), request -> request
                    .get("/api/v1/timeliness?regime=DON-DOC&" + query).then().statusCode(200))).isEqualTo(1);
        }
    }

    private static ValidatableResponse timeliness(String query) {
        return as("viewer").get("/api/v1/timeliness?regime=DON-DOC&" + query).then().statusCode(200);
    }
}
