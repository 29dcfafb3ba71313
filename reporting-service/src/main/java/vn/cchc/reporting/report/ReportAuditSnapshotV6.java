package vn.cchc.reporting.report;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of a report in the audit trail since a report can refer to figures of another regime. */
record ReportAuditSnapshotV6(@JsonUnwrapped ReportAuditSnapshotV5 earlier, List<ReferenceV6> references) {

    record ReferenceV6(String indicator, String status, String regime, String period, UUID report, Integer version,
            Long numerator, Long denominator, String rating, String statement) {

        static ReferenceV6 of(FigureReference of) {
            return new ReferenceV6(of.indicator(), of.status().name(), of.regime(), of.period(), of.report(), of.version(),
                    of.numerator(), of.denominator(), of.rating() == null ? null : of.rating().name(), of.statement());
        }
    }

    static ReportAuditSnapshotV6 of(Report report) {
        return new ReportAuditSnapshotV6(ReportAuditSnapshotV5.of(report),
                report.references.stream().map(ReferenceV6::of).toList());
    }
}
