package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** The fields of a report in the audit trail since warnings have explanations. */
record ReportAuditSnapshotV4(@JsonUnwrapped ReportAuditSnapshotV3 earlier, SortedMap<String, ExplanationV4> explanations) {

    record ExplanationV4(String text, String by, Instant at) {
        static ExplanationV4 of(Explanation explanation) {
            return new ExplanationV4(explanation.text(), explanation.by(), explanation.at());
        }
    }

    static ReportAuditSnapshotV4 of(Report report) {
        SortedMap<String, ExplanationV4> explanations = new TreeMap<>();
        report.explanations.forEach((key, explanation) -> explanations.put(key, ExplanationV4.of(explanation)));
        return new ReportAuditSnapshotV4(ReportAuditSnapshotV3.of(report), explanations);
    }
}
