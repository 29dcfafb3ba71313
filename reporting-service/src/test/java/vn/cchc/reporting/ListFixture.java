package vn.cchc.reporting;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Forty rows of everything that is listed: more than twice what one statement fetches ahead. They belong to regimes and
 * units of their own.
 */
@ApplicationScoped
class ListFixture {

    private final ReportFixture reports;

    ListFixture(ReportFixture reports) {
        this.reports = reports;
    }

    void create() {
        reports.publishIndicators();
        STATEMENTS.forEach(reports::sqlAsOwner);
    }

    void delete() {
        Stream.of("import_conflict where import in (select id from figure_import where regime = 'DS-1')",
                "import_finding where import in (select id from figure_import where regime = 'DS-1')",
                "figure_import where regime = 'DS-1'", "consolidated_proposal where unit like 'DS-%'",
                "consolidated_unit where unit like 'DS-%'", "consolidated_source where unit like 'DS-%'",
                "consolidated_report where regime like 'DS-%'",
                "report_question where report in (select id from report where regime = 'DS-1')",
                "status_change where report in (select id from report where regime = 'DS-1')",
                "report_version where regime = 'DS-1'", "report where regime = 'DS-1'", "reminder where regime = 'DS-1'",
                "extension where regime = 'DS-1'", "unit_change where unit like 'DS-%'", "deputy where principal = 'ds'",
                "review_scope where subject like 'ds-%'", "reporting_duty where regime = 'DS-1'",
                "dead_letter where source_topic = 'ds'", "period where regime like 'DS-%'", "regime where code like 'DS-%'",
                "unit where code like 'DS-%'").forEach(rows -> reports.sqlAsOwner("delete from " + rows));
    }

    String report() {
        return id("report where unit = 'DS-1'");
    }

    String consolidatedReport() {
        return id("consolidated_report where regime = 'DS-1'");
    }

    /** The import with conflicts and findings. */
    String figureImport() {
        return id("figure_import where regime = 'DS-1' and conflicts > 0");
    }

    private String id(String row) {
        return reports.selectText("select cast(id as text) from " + row);
    }

    private static final List<String> STATEMENTS = List.of("""
            insert into unit (code, name, name_en, type, parent, reporting_parent, version)
            select 'DS-' || n, 'Trường ' || n, 'School ' || n, 'SERVICE_UNIT', 'SGDDT', 'SGDDT', 1
            from generate_series(1, 40) n""", """
            insert into unit_change (id, unit, type, date, document_number, document_date, document_issuer, document_title,
              name, name_en, predecessors, successors, units, recorded_by, recorded_at)
            select uuidv7(), 'DS-1', 'RENAME', date '2024-01-01' + n, n || '/QĐ', '2024-01-01', 'SGDĐT', 'Đổi tên',
              'Trường ' || n, 'School ' || n, '{}', '{}', '{DS-1}', 'admin', now()
            from generate_series(1, 40) n""", """
            insert into regime (code, version, name, name_en, legal_basis, type, window_rule, period_types, deadlines)
            select 'DS-' || n, 1, name, name_en, legal_basis, type, window_rule, period_types, deadlines
            from regime, generate_series(1, 40) n where code = 'CCHC' and version = 1""", """
            insert into period (id, regime, code, version, year, window_from, window_to, year_from, year_to, annual,
              unit_deadline, department_deadline, province_deadline, cancelled, regime_version, recorded_at)
            select uuidv7(), 'DS-1', code, 1, year, window_from, window_to, year_from, year_to, annual,
              unit_deadline, department_deadline, province_deadline, false, 1, now()
            from period p where regime = 'CCHC' and year = 2024
              and version = (select max(version) from period where regime = p.regime and code = p.code)""", """
            insert into reporting_duty (regime, unit, flow, cut_off, annual)
            select 'DS-1', code, '{[2023-12-15,2024-12-15)}', '{}', '{}' from unit where code like 'DS-%'""", """
            insert into report (id, regime, period, unit, state, version, created_by, created_at, updated_at,
              first_submitted_at, submitted_by, submitted_at, lock)
            select uuidv7(), 'DS-1', '2024Q1', code, 'SUBMITTED', 1, 'a', now(), now(), now(), 'b', now(), 0
            from unit where code like 'DS-%'""", """
            insert into report_version (report, version, regime, period, unit, results, proposals, contributors, submitted_by,
              submitted_at, accepted_by, accepted_at, seal, seal_format, correction_reason_code, correction_reason,
              correction_requested_by, correction_changes, correction_by, correction_at)
            select id, n, regime, period, unit, 'Kết quả', 'Kiến nghị', '{a}', 'b', now(), 'c', now(), repeat('a', 64), 1,
              'WRONG_FIGURE', 'r', 'x', 'c', 'b', now()
            from report, generate_series(1, 40) n where regime = 'DS-1' and (unit = 'DS-1' or n = 1)""",
            """
                    insert into status_change (report, number, action, state, by, at, reason_code, reason, reopened)
                    select id, n, case n % 2 when 1 then 'SUBMIT' else 'RETURN' end, case n % 2 when 1 then 'SUBMITTED' else 'RETURNED' end,
                      'b', now(), case n % 2 when 0 then 'WRONG_FIGURE' end, case n % 2 when 0 then 'r' end, '{}'
                    from report, generate_series(1, 81) n where regime = 'DS-1' and unit = 'DS-1'""",
            """
                    insert into report_question (report, number, field, text, asked_by, asked_at)
                    select id, n, 'results', 'Vì sao?', 'c', now()
                    from report, generate_series(1, 40) n where regime = 'DS-1' and unit = 'DS-1'""", """
                    insert into reminder (id, kind, regime, period, unit, occasion, deadline, issued_at)
                    select uuidv7(), 'DUE', 'DS-1', '2024Q1', 'DS-1', n, '2024-03-15', now() from generate_series(1, 40) n""",
            """
                    insert into extension (id, regime, period, units, original_deadline, new_deadline, decision_number, decision_date,
                      signer, reason, recorded_by, recorded_at, version)
                    select uuidv7(), 'DS-1', '2024Q1', array['DS-' || n], '2024-03-15', '2024-03-20', n || '/QĐ', '2024-03-14', 's', 'r',
                      'a', now(), 1
                    from generate_series(1, 40) n""",
            """
                    insert into review_scope (id, subject, units, indicators, version)
                    select uuidv7(), 'ds-' || n, '{DS-1}', '{}', 1 from generate_series(1, 40) n""", """
                    insert into deputy (id, role, principal, deputy, unit, valid_from, valid_to, decision_number, version)
                    select uuidv7(), 'UNIT_HEAD', 'ds', 'ds-' || n, 'DS-1', '2024-01-01', '2024-01-02', n || '/QĐ', 1
                    from generate_series(1, 40) n""",
            """
                    insert into dead_letter (id, source_topic, source_partition, source_offset, headers, reason, received_at, state, lock)
                    select uuidv7(), 'ds', 0, n, '{}', 'UNREADABLE', now(), 'DISMISSED', 0 from generate_series(1, 40) n""",
            """
                    insert into consolidated_report (id, regime, period, state, created_by, created_at, updated_at, compiled_at, lock)
                    select uuidv7(), code, '2024Q1', 'DRAFT', 'c', now(), now(), now(), 1 from regime where code like 'DS-%'""",
            """
                    insert into consolidated_unit (consolidated_report, unit, name, expected)
                    select c.id, u.code, u.name, true from consolidated_report c, unit u where regime = 'DS-1' and u.code like 'DS-%'""",
            """
                    insert into consolidated_source (consolidated_report, report, version, period, unit)
                    select c.id, r.id, 1, r.period, r.unit
                    from consolidated_report c join report r on r.regime = c.regime where c.regime = 'DS-1'""", """
                    insert into consolidated_proposal (consolidated_report, number, unit)
                    select c.id, n, 'DS-' || n from consolidated_report c, generate_series(1, 40) n where regime = 'DS-1'""",
            """
                    insert into figure_import (id, regime, period, format, mode, dry_run, locale, sha256, size, upload, state,
                      created_by, roles, unit, units, created_at, ended_at, conflicts)
                    select uuidv7(), 'DS-1', '2024Q1', 'CSV', 'ROW_BY_ROW', true, 'vi-VN', repeat('a', 64), 1, uuidv7(), 'DONE', 'a',
                      '{}', 'DS-1', '{DS-1}', now(), now(), case n when 1 then 40 else 0 end
                    from generate_series(1, 40) n""",
            """
                    insert into import_conflict (import, number, sheet, cell, code, args)
                    select id, n, 's', 'A' || n, 'COUNT_MISSING', '{}'
                    from figure_import, generate_series(1, 40) n where regime = 'DS-1' and conflicts > 0""", """
                    insert into import_finding (import, number, unit, indicator, severity, code, detail, detail_en)
                    select id, n, 'DS-' || n, 'CT90', 'ERROR', 'figure-missing', 'a', 'b'
                    from figure_import, generate_series(1, 40) n where regime = 'DS-1' and conflicts > 0""");
}
