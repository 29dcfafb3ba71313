package vn.cchc.reporting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static vn.cchc.reporting.ReportFixture.as;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.IndicatorDefined.Assignment;
import vn.cchc.events.IndicatorDefined.Milestone;
import vn.cchc.messaging.outbox.Outbox;

/** A regime of its own, with three indicators and four units. The unit TH-D was responsible until 30/6/2024. */
@ApplicationScoped
class ConsolidatedFixture {

    private static final List<String> UNITS = List.of("TH-A", "TH-B", "TH-C", "TH-D");

    private final ReportFixture reports;
    private final EntityManager database;
    private final Outbox outbox;

    ConsolidatedFixture(ReportFixture reports, EntityManager database, Outbox outbox) {
        this.reports = reports;
        this.database = database;
        this.outbox = outbox;
    }

    void create() {
        reports.publishIndicators();
        UNITS.stream().filter(unit -> as("viewer").get("/api/v1/units/" + unit).statusCode() == 404).forEach(unit -> {
            Map<String, Object> body = new HashMap<>(
                    Map.of("code", unit, "name", "Trường " + unit, "nameEn", unit, "type", "SERVICE_UNIT"));
            body.put("parent", "SGDDT");
            as("admin").body(body).post("/api/v1/units").then().statusCode(201);
        });
        reports.sql(
                """
                        insert into regime (code, version, name, name_en, legal_basis, type, window_rule, period_types, deadlines)
                        select 'TONGHOP', 1, name, name_en, legal_basis, type, window_rule, period_types, deadlines
                        from regime where code = 'CCHC' and version = 1""");
        reports.sql(
                """
                        insert into period (id, regime, code, version, year, window_from, window_to, year_from, year_to, annual,
                          unit_deadline, department_deadline, province_deadline, cancelled, regime_version, recorded_at)
                        select uuidv7(), 'TONGHOP', code, 1, year, window_from, window_to, year_from, year_to, annual,
                          unit_deadline, department_deadline, province_deadline, false, 1, now()
                        from period p where regime = 'CCHC' and year between 2024 and 2027 and version = (
                          select max(version) from period where regime = p.regime and code = p.code)""");
        QuarkusTransaction.requiringNew().run(() -> Stream.of(indicator("TONGHOP-01", "RATIO", "FLOW"),
                indicator("TONGHOP-02", "RATIO", "STOCK"), indicator("TONGHOP-03", "QUALITATIVE", null))
                .forEach(outbox::add));
        await().atMost(10, SECONDS)
                .until(() -> reports.selectLong("select count(*) from indicator where code like 'TONGHOP-%'") == 3);
    }

    void delete() {
        for (String table : List.of("consolidated_contributor", "consolidated_figure", "consolidated_section",
                "consolidated_source", "consolidated_unit", "consolidated_proposal", "consolidated_report")) {
            reports.sqlAsOwner("delete from " + table);
        }
        for (String table : List.of("report_version_figure", "report_version", "figure")) {
            reports.sqlAsOwner("delete from " + table + " where report in (select id from report where regime = 'TONGHOP')");
        }
        reports.sql("delete from report where regime = 'TONGHOP'");
        reports.sqlAsOwner("delete from unit where code like 'TH-MANY-%'");
        reports.sql("delete from period where regime = 'TONGHOP'");
        reports.sql("delete from regime where code = 'TONGHOP'");
        reports.sql("delete from indicator where code like 'TONGHOP-%'");
    }

    private static IndicatorDefined indicator(String code, String type, String basis) {
        boolean counted = basis != null;
        return new IndicatorDefined(code, "KH-TH-2025", 1, "Tỷ lệ hồ sơ giải quyết đúng hạn " + code, "Indicator " + code,
                type, basis, counted ? "AT_LEAST" : null, counted ? "a" : null, counted ? "b" : null, "TONGHOP", null, null,
                List.of(new Milestone(2025, null)),
                List.of(new Assignment("TH-A", true, null, null), new Assignment("TH-B", false, null, null),
                        new Assignment("TH-C", false, null, null),
                        new Assignment("TH-D", false, null, LocalDate.of(2024, 6, 30))),
                1, List.of(), null);
    }

    /** The unit's report is accepted; a trigger keeps the version. */
    void accepted(String period, String unit, Map<String, List<Integer>> ratios) {
        sql("""
                insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, lock)
                values (uuidv7(), 'TONGHOP', :period, :unit, 'SUBMITTED', 1, 'a', now(), now(), 0)""", period, unit);
        ratios.forEach((indicator, ratio) -> sql(
                """
                        insert into figure (report, indicator, numerator, denominator, entered_by, entered_at)
                        select id, '%s', %d, %d, 'a', now() from report
                        where regime = 'TONGHOP' and period = :period and unit = :unit""".formatted(indicator, ratio.get(0),
                        ratio.get(1)),
                period, unit));
        accept(period, unit);
    }

    /** Accepts the report again as a version with another numerator. */
    void corrected(String period, String unit, int numerator) {
        sql("""
                update report set state = 'SUBMITTED', version = version + 1, accepted_at = null, seal = null,
                  seal_format = null, correction_reason_code = 'WRONG_FIGURE', correction_reason = 'r',
                  correction_requested_by = 'x', correction_changes = 'c', correction_by = 'b', correction_at = now()
                where regime = 'TONGHOP' and period = :period and unit = :unit""", period, unit);
        sql("""
                update figure set numerator = %d where indicator = 'TONGHOP-01' and report = (
                  select id from report where regime = 'TONGHOP' and period = :period and unit = :unit)""".formatted(numerator),
                period, unit);
        accept(period, unit);
    }

    void rated(String period, String unit, String rating) {
        sql("""
                insert into figure (report, indicator, rating, statement, entered_by, entered_at)
                select id, 'TONGHOP-03', '%s', 's', 'a', now() from report
                where regime = 'TONGHOP' and period = :period and unit = :unit""".formatted(rating), period, unit);
    }

    /** What the next accepted version of the report says. */
    void wrote(String period, String unit, String results, String proposals) {
        sql("update report set results = '%s', proposals = '%s' where regime = 'TONGHOP' and period = :period and unit = :unit"
                .formatted(results, proposals), period, unit);
    }

    void accept(String period, String unit) {
        sql("""
                update report set state = 'ACCEPTED', accepted_at = now(), seal = repeat('a', 64), seal_format = 1
                where regime = 'TONGHOP' and period = :period and unit = :unit""", period, unit);
    }

    /** Accepted reports of further units, each with a figure and texts. */
    void many(String period, int first, int last) {
        reports.sql("""
                insert into unit (code, name, name_en, type, parent, version)
                select 'TH-MANY-' || n, 'Trường ' || n, 'School ' || n, 'SERVICE_UNIT', 'SGDDT', 1
                from generate_series(%d, %d) n""".formatted(first, last));
        reports.sql(
                """
                        insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, lock, results,
                          proposals)
                        select uuidv7(), 'TONGHOP', '%s', code, 'SUBMITTED', 1, 'a', now(), now(), 0, 'Kết quả ' || code,
                          'Kiến nghị ' || code from unit where code like 'TH-MANY-%%' and not exists (select 1 from report where report.unit = unit.code)"""
                        .formatted(period));
        reports.sql("""
                insert into figure (report, indicator, numerator, denominator, entered_by, entered_at)
                select id, 'TONGHOP-01', 1, 3, 'a', now() from report where unit like 'TH-MANY-%' and state = 'SUBMITTED'""");
        reports.sql("""
                update report set state = 'ACCEPTED', accepted_at = now(), seal = repeat('a', 64), seal_format = 1
                where unit like 'TH-MANY-%' and state = 'SUBMITTED'""");
    }

    void submitted(String period, String unit) {
        sql("""
                insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at, lock)
                values (uuidv7(), 'TONGHOP', :period, :unit, 'SUBMITTED', 1, 'a', now(), now(), 0)""", period, unit);
    }

    private void sql(String statement, String period, String unit) {
        QuarkusTransaction.requiringNew().run(() -> database.createNativeQuery(statement).setParameter("period", period)
                .setParameter("unit", unit).executeUpdate());
    }
}
