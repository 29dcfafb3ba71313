package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static vn.cchc.reporting.ReportFixture.as;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.messaging.outbox.Outbox;

/**
 * A regime of its own with reports for January, April and the year 2025. Units have two working days after the cut-off: for
 * April until Tuesday 6 May, because 30 April to 2 May are off.
 */
@ApplicationScoped
public class FollowingUpFixture {

    static final String REGIME = "DON-DOC";
    static final LocalDate APRIL_DEADLINE = LocalDate.of(2025, 5, 6);

    private static final Map<String, Object> RULE = Map.of("basis", "WORKING_DAYS", "value", 2);

    private final ReportFixture reports;
    private final Outbox outbox;

    FollowingUpFixture(ReportFixture reports, Outbox outbox) {
        this.reports = reports;
        this.outbox = outbox;
    }

    public void createRegime() {
        as("admin")
                .body(Map.ofEntries(Map.entry("code", REGIME), Map.entry("name", "Đôn đốc"),
                        Map.entry("nameEn", "Following up"),
                        Map.entry("legalBasis", "Thử nghiệm"), Map.entry("type", "PERIODIC"),
                        Map.entry("windowRule", Map.of("startMonth", 1, "startDay", 1, "previousYear", false)),
                        Map.entry("periodTypes", List.of(type("M01", 1, 1), type("M04", 4, 4), type("", 1, 12))),
                        Map.entry("deadlines", Map.of("UNIT", RULE, "DEPARTMENT", RULE, "PROVINCE", RULE)),
                        Map.entry("validFrom", "2025-01-01"), Map.entry("validTo", "2025-12-31")))
                .post("/api/v1/regimes").then()
                .statusCode(201);
    }

    private static Map<String, Object> type(String suffix, int first, int last) {
        return Map.of("suffix", suffix, "firstMonth", first, "lastMonth", last);
    }

    public void deleteRegime() {
        for (String table : List.of("status_change", "report_contributor", "figure")) {
            reports.sqlAsOwner("delete from " + table + " where report in (select id from report where regime = 'DON-DOC')");
        }
        reports.sqlAsOwner("delete from reminder where regime = 'DON-DOC'");
        reports.sqlAsOwner("delete from extension where regime = 'DON-DOC'");
        reports.sql("delete from report where regime = 'DON-DOC'");
        reports.sql("delete from period where regime = 'DON-DOC'");
        reports.sql("delete from regime where code = 'DON-DOC'");
        reports.sql("delete from indicator where definition ->> 'regime' = 'DON-DOC'");
    }

    /**
     * A unit that exists on certain days; other tests can have created it already.
     *
     * @param from null for no first day
     * @param to null for no last day
     */
    public void unit(String code, String parent, LocalDate from, LocalDate to) {
        reports.sql(
                """
                        insert into unit (code, name, name_en, type, parent, reporting_parent, valid_from, valid_to, version)
                        values ('%1$s', 'Trường %1$s', 'School %1$s', 'SERVICE_UNIT', '%2$s', '%2$s', %3$s, %4$s, 1) on conflict do nothing"""
                        .formatted(code, parent, sql(from), sql(to)));
    }

    private static String sql(LocalDate day) {
        return day == null ? "null" : "date '" + day + "'";
    }

    public void indicator(String code, String type, String timeBasis, long version, String... units) {
        IndicatorDefined defined = new IndicatorDefined(code, "KH-DON-DOC", 1, "Chỉ số " + code, "Indicator " + code, type,
                timeBasis, "AT_LEAST", "a", "b", REGIME, LocalDate.of(2025, 1, 1), LocalDate.of(2030, 12, 31), List.of(),
                Stream.of(units).map(unit -> new Assignment(unit, true, null, null)).toList(), version, List.of(), null);
        QuarkusTransaction.requiringNew().run(() -> outbox.add(defined));
        await().atMost(10, SECONDS).until(() -> reports
                .selectLong("select count(*) from indicator where code = '" + code + "' and version = " + version) == 1);
    }

    /** @param submitted the first submission as a timestamp of SQL */
    public void report(String period, String unit, String state, String submitted) {
        reports.sql(
                """
                        insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at,
                          first_submitted_at, submitted_at, lock, accepted_version, accepted_at, seal, seal_format)
                        select uuidv7(), 'DON-DOC', '%1$s', '%2$s', '%3$s', 1, 'x', now(), now(), %4$s, %4$s, 0, accepted, now() + accepted * interval '0',
                          left('x', accepted), accepted
                        from (select case when '%3$s' = 'ACCEPTED' then 1 end as accepted)"""
                        .formatted(period, unit, state, submitted));
    }

    /** A return by a reviewer, as a status change of this number. */
    public void returned(String period, String unit, int number, String at) {
        reports.sql("""
                insert into status_change (report, number, action, state, by, at, reason_code, reason)
                select id, %d, 'RETURN', 'RETURNED', 'x', %s, 'WRONG_FIGURE', 'x' from report
                where regime = 'DON-DOC' and period = '%s' and unit = '%s'""".formatted(number, at, period, unit));
    }

    public void extension(String period, String unit, String deadline) {
        reports.sql("""
                insert into extension (id, regime, period, units, original_deadline, new_deadline, decision_number,
                  decision_date, signer, reason, recorded_by, recorded_at, version)
                values (uuidv7(), 'DON-DOC', '%s', array['%s'], '2025-05-06', '%s', '12/QĐ', '2025-05-05', 'x', 'x', 'x',
                  now(), 0)""".formatted(period, unit, deadline));
    }

    /** @param rows a table and its condition */
    public long count(String rows) {
        return reports.selectLong("select count(*) from " + rows);
    }
}
