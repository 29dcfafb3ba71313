package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static vn.cchc.targets.result.AcceptedFixture.accepted;
import static vn.cchc.targets.result.AcceptedFixture.firstHalf;
import static vn.cchc.targets.result.AcceptedFixture.thirdQuarter;
import static vn.cchc.targets.result.AcceptedFixture.year;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.events.DeadlineExtended;
import vn.cchc.events.Event;
import vn.cchc.events.PeriodDefined;
import vn.cchc.events.ReportStatusChanged;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.targets.period.PeriodFixture;

/** Which reports are due follows the events of periods, units and reports. The years are those of this test only. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ReportsDueTest {

    private static final AtomicLong STATUS_VERSION = new AtomicLong();

    @Inject
    Outbox outbox;

    @Test
    void aUnitThatTakesOverIsAwaitedAndTheStockOfItsPredecessorIsNotAdded() {
        publish(periods(2017));
        record("DUE-OLD", null, LocalDate.of(2017, 6, 30));
        record("DUE-NEW", LocalDate.of(2017, 7, 1), null);
        assign("CT10.1", "DUE-OLD", null, LocalDate.of(2017, 6, 30));
        assign("CT10.1", "DUE-NEW", LocalDate.of(2017, 7, 1), null);
        publish(accepted("CT10.1", year(2017), "CNTT", 1, 2), accepted("CT10.1", firstHalf(2017), "DUE-OLD", 4, 10));
        awaitResult(2017, "CT10.1", 1, 2);

        assessment(2017, "CT10.1").body("flags", contains("PROVISIONAL", "STALE")).body("unitsExpected", equalTo(2))
                .body("unitsMissing", equalTo(1)).body("awaitedReports.items", hasSize(1))
                .body("awaitedReports.items[0].unit", equalTo("DUE-NEW"))
                .body("awaitedReports.items[0].name", equalTo("Đơn vị DUE-NEW"))
                .body("awaitedReports.items[0].period", equalTo("2017")).body("awaitedReports.items[0].overdue", equalTo(true));

        publish(accepted("CT10.1", year(2017), "DUE-NEW", 50, 50));
        awaitResult(2017, "CT10.1", 51, 52);
        assessment(2017, "CT10.1").body("flags", empty()).body("awaitedReports.items", empty());
        viewer("/indicators/CT10.1/results/2017").body("units.items.unit", contains("CNTT", "DUE-NEW"));
    }

    @Test
    void theFlowOfAnAssignmentThatIsRecordedAfterItsReportCountsFromItsFirstDay() {
        publish(periods(2018));
        publish(accepted("CT07", firstHalf(2018), "VP", 1, 4), accepted("CT07", thirdQuarter(2018), "DUE-LATE", 2, 4));
        awaitResult(2018, "CT07", 1, 4);

        record("DUE-LATE", null, null);
        assign("CT07", "DUE-LATE", LocalDate.of(2018, 7, 1), null);

        awaitResult(2018, "CT07", 3, 8);
    }

    /** On 1/7/2025 units were merged inside the window of the third quarter, 15/6 to 14/9. */
    @Test
    void bothPartsOfAQuarterInWhichUnitsAreMergedAddUp() {
        publish(periods(2025));
        record("MERGED-A", null, LocalDate.of(2025, 6, 30));
        record("MERGED-B", null, LocalDate.of(2025, 6, 30));
        publish(new UnitRecorded("SUCCESSOR", "Đơn vị mới", "New unit", "OFFICE", "SGDDT", LocalDate.of(2025, 7, 1), null,
                List.of("MERGED-A", "MERGED-B"), 1, "SGDDT", List.of()));
        Stream.of("MERGED-A", "MERGED-B", "SUCCESSOR").forEach(unit -> assign("CT05.3", unit, null, null));

        publish(accepted("CT05.3", firstHalf(2025), "MERGED-A", 100, 200),
                accepted("CT05.3", firstHalf(2025), "MERGED-B", 50, 100),
                accepted("CT05.3", thirdQuarter(2025), "MERGED-A", 3, 10),
                accepted("CT05.3", thirdQuarter(2025), "MERGED-B", 2, 10));
        awaitResult(2025, "CT05.3", 155, 320);
        publish(accepted("CT05.3", thirdQuarter(2025), "SUCCESSOR", 40, 80));

        awaitResult(2025, "CT05.3", 195, 400);
        viewer("/indicators/CT05.3/results/2025Q3").body("units.items.unit", contains("MERGED-A", "MERGED-B", "SUCCESSOR"))
                .body("result.numerator", equalTo(45)).body("result.denominator", equalTo(100));
        assessment(2025, "CT05.3").body("awaitedReports.items.findAll { it.unit.startsWith('MERGED') }", empty());
    }

    @Test
    void aReportIsOverdueUntilItIsHandedInAndTheDeadlineCanMove() {
        PeriodDefined annual = periods(2019)[3];
        publish(periods(2019));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2019, "CT05.2").body("flags", contains("STALE")));

        ReportStatusChanged submitted = EventSample.read("report-status-changed").event(ReportStatusChanged.class);
        publish(submitted);
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2019, "CT05.2").body("flags", empty()));

        publish(status(submitted, "2019", "WITHDRAWN", 1));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2019, "CT05.2").body("flags", contains("STALE")));

        LocalDate later = LocalDate.of(2099, 12, 16);
        publish(Stream.of(periods(2019)).map(period -> moved(period, later)).toArray(Event[]::new));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2019, "CT05.2").body("flags", empty()));
        assertThat(annual.unitDeadline()).isBefore(later);
    }

    @ParameterizedTest
    @ValueSource(strings = { "DRAFT", "AWAITING_UNIT_HEAD", "RETURNED", "WITHDRAWN" })
    void aReportThatWasSubmittedOnceIsHandedInOnlyWhileItIsWithTheDepartment(String state) {
        int year = 2020;
        publish(periods(year));
        ReportStatusChanged submitted = EventSample.read("report-status-changed").event(ReportStatusChanged.class);
        long base = STATUS_VERSION.addAndGet(10);

        publish(status(submitted, "2020", "SUBMITTED", base));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, "CT05.2").body("flags", empty()));

        publish(status(submitted, "2020", state, base + 1));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, "CT05.2").body("flags", contains("STALE")));
    }

    @Test
    void anExtensionKeepsTheReportOfItsUnitFromBeingOverdueUntilItIsRevoked() {
        DeadlineExtended sample = EventSample.read("deadline-extended").event(DeadlineExtended.class);
        publish(periods(2015));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2015, "CT05.2").body("flags", contains("STALE")));

        publish(extended(sample, List.of("CNTT"), LocalDate.of(2099, 1, 2), false, 0));
        publish(extended(sample, List.of("VP", "CNTT"), LocalDate.of(2016, 1, 4), false, 1));
        publish(extended(sample, List.of("VP", "CNTT"), LocalDate.of(2099, 1, 2), false, 2));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2015, "CT05.2").body("flags", empty()));

        publish(extended(sample, List.of("VP", "CNTT"), LocalDate.of(2099, 1, 2), true, 3));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2015, "CT05.2").body("flags", contains("STALE")));
    }

    private static DeadlineExtended extended(DeadlineExtended of, List<String> units, LocalDate deadline, boolean revoked,
            long later) {
        return new DeadlineExtended(of.extension(), "CCHC", "2015", units, of.originalDeadline(), deadline, revoked,
                of.version() + later);
    }

    @Test
    void anAcceptedReportStaysHandedInWhileItIsCorrected() {
        int year = 2021;
        publish(periods(year));
        ReportStatusChanged submitted = EventSample.read("report-status-changed").event(ReportStatusChanged.class);
        publish(status(submitted, "2021", "WITHDRAWN", 0));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, "CT05.2").body("flags", contains("STALE")));

        publish(new ReportStatusChanged(submitted.report(), "CCHC", "2021", "VP", "DRAFT", 2, submitted.firstSubmittedAt(),
                submitted.changedAt(), submitted.version() + 1, 1, null));

        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, "CT05.2").body("flags", empty()));
    }

    @Test
    void aReportThatEndedWithItsUnitIsNotOverdue() {
        int year = 2022;
        publish(periods(year));
        ReportStatusChanged submitted = EventSample.read("report-status-changed").event(ReportStatusChanged.class);
        publish(status(submitted, "2022", "DRAFT", 0));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, "CT05.2").body("flags", contains("STALE")));

        publish(new ReportStatusChanged(submitted.report(), "CCHC", "2022", "VP", "DRAFT", 1, submitted.firstSubmittedAt(),
                submitted.changedAt(), submitted.version() + 1, null, submitted.changedAt()));

        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, "CT05.2").body("flags", empty()));
    }

    @Test
    void aFlowThatWasNotHandedInStaysOverdueAfterALaterReportOfOtherDays() {
        ReportStatusChanged submitted = EventSample.read("report-status-changed").event(ReportStatusChanged.class);
        publish(Stream.of(periods(2016)).map(period -> period.annual() ? moved(period, LocalDate.of(2099, 12, 16)) : period)
                .toArray(Event[]::new));
        publish(status(submitted, "2016Q3", "SUBMITTED", 0));

        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2016, "CT01.1").body("flags", contains("STALE"))
                .body("awaitedReports.items.period", contains("2016H1")));
        assessment(2016, "CT05.2").body("flags", empty());

        publish(status(submitted, "2016H1", "SUBMITTED", 0));
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(2016, "CT01.1").body("flags", empty()));
    }

    @Test
    void anAssignmentThatCannotBeMetMakesNothingProvisional() {
        publish(periods(2020));
        record("DUE-CLOSED", null, LocalDate.of(2019, 6, 30));
        record("DUE-2028", LocalDate.of(2028, 1, 1), null);
        assign("CT02", "DUE-CLOSED", null, null);
        assign("CT02", "DUE-2028", null, null);
        publish(accepted("CT02", year(2020), "VP", 1, 4));
        awaitResult(2020, "CT02", 1, 4);

        assessment(2020, "CT02").body("flags", empty()).body("unitsExpected", equalTo(1));
    }

    private static PeriodDefined[] periods(int year) {
        return PeriodFixture.definedCchc(year).toArray(PeriodDefined[]::new);
    }

    private static PeriodDefined moved(PeriodDefined period, LocalDate deadline) {
        return new PeriodDefined(period.regime(), period.code(), period.year(), period.from(), period.to(), period.yearFrom(),
                period.yearTo(), period.annual(), deadline, deadline, deadline, false, period.version() + 1);
    }

    private static ReportStatusChanged status(ReportStatusChanged of, String period, String status, long later) {
        return new ReportStatusChanged(of.report(), of.regime(), period, of.unit(), status, of.reportVersion(),
                of.firstSubmittedAt(), of.changedAt(), of.version() + later, of.acceptedVersion(), null);
    }

    private void record(String unit, LocalDate from, LocalDate to) {
        publish(new UnitRecorded(unit, "Đơn vị " + unit, "Unit " + unit, "OFFICE", "SGDDT", from, to, List.of(), 1, null,
                List.of()));
    }

    private static void assign(String indicator, String unit, LocalDate from, LocalDate to) {
        var body = new HashMap<String, Object>(Map.of("indicator", indicator, "unit", unit));
        body.put("validFrom", from == null ? null : from.toString());
        body.put("validTo", to == null ? null : to.toString());
        await().atMost(30, SECONDS).until(() -> given().auth().oauth2(Tokens.of("planner")).contentType("application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/v1/assignments")
                .statusCode() == 201);
    }

    private void publish(Event... events) {
        QuarkusTransaction.requiringNew().run(() -> Stream.of(events).forEach(outbox::add));
    }

    private static void awaitResult(int year, String indicator, int numerator, int denominator) {
        await().atMost(30, SECONDS).untilAsserted(() -> assessment(year, indicator).body("result", not(equalTo(null)))
                .body("result.numerator", equalTo(numerator)).body("result.denominator", equalTo(denominator)));
    }

    private static ValidatableResponse assessment(int year, String indicator) {
        return viewer("/indicators/" + indicator + "/assessment?year=" + year);
    }

    private static ValidatableResponse viewer(String path) {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1" + path).then().statusCode(200);
    }
}
