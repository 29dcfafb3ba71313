package vn.cchc.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a report in the audit trail, without author and time of the last change, which each entry contains. */
record ReportAuditSnapshotV1(String regime, String period, String unit, String state, NarrativeV1 narrative,
        SortedMap<String, FigureV1> figures, List<EvidenceV1> evidence, String seal) {

    record NarrativeV1(String results, String difficulties, String proposals, String initiatives) {

        static NarrativeV1 of(Narrative narrative) {
            return new NarrativeV1(narrative.results(), narrative.difficulties(), narrative.proposals(),
                    narrative.initiatives());
        }
    }

    record FigureV1(Long numerator, Long denominator, String rating, String statement, String enteredBy, Instant enteredAt) {

        static FigureV1 of(Figure figure) {
            return new FigureV1(figure.numerator(), figure.denominator(),
                    figure.rating() == null ? null : figure.rating().name(),
                    figure.statement(), figure.enteredBy(), figure.enteredAt());
        }
    }

    record EvidenceV1(String number, LocalDate date, String issuer, String title, String page, String url, String sha256) {

        static EvidenceV1 of(Evidence document) {
            return new EvidenceV1(document.number(), document.date(), document.issuer(), document.title(), document.page(),
                    document.url(), document.sha256());
        }
    }

    static ReportAuditSnapshotV1 of(Report report) {
        SortedMap<String, FigureV1> figures = new TreeMap<>();
        report.figures.forEach((indicator, figure) -> figures.put(indicator, FigureV1.of(figure)));
        return new ReportAuditSnapshotV1(report.regime, report.period, report.unit, report.state.name(),
                NarrativeV1.of(report.narrative()), figures,
                report.evidence.stream().map(EvidenceV1::of).toList(), report.seal);
    }
}
