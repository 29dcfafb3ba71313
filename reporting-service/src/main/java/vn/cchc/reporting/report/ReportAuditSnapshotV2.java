package vn.cchc.reporting.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields of a report in the audit trail since reports have versions. */
record ReportAuditSnapshotV2(String regime, String period, String unit, String state, int version, Integer acceptedVersion,
        CorrectionV2 correction, NarrativeV2 narrative, SortedMap<String, FigureV2> figures, List<EvidenceV2> evidence,
        String seal) {

    record CorrectionV2(String reasonCode, String reason, String requestedBy, String changes) {

        static CorrectionV2 of(Correction correction) {
            return correction == null ? null
                    : new CorrectionV2(correction.reasonCode().name(), correction.reason(), correction.requestedBy(),
                            correction.changes());
        }
    }

    record NarrativeV2(String results, String difficulties, String proposals, String initiatives) {

        static NarrativeV2 of(Narrative narrative) {
            return new NarrativeV2(narrative.results(), narrative.difficulties(), narrative.proposals(),
                    narrative.initiatives());
        }
    }

    record FigureV2(Long numerator, Long denominator, String rating, String statement, String enteredBy, Instant enteredAt) {

        static FigureV2 of(Figure figure) {
            return new FigureV2(figure.numerator(), figure.denominator(),
                    figure.rating() == null ? null : figure.rating().name(), figure.statement(), figure.enteredBy(),
                    figure.enteredAt());
        }
    }

    record EvidenceV2(String number, LocalDate date, String issuer, String title, String page, String url, String sha256) {

        static EvidenceV2 of(Evidence document) {
            return new EvidenceV2(document.number(), document.date(), document.issuer(), document.title(), document.page(),
                    document.url(), document.sha256());
        }
    }

    static ReportAuditSnapshotV2 of(Report report) {
        SortedMap<String, FigureV2> figures = new TreeMap<>();
        report.figures.forEach((indicator, figure) -> figures.put(indicator, FigureV2.of(figure)));
        return new ReportAuditSnapshotV2(report.regime, report.period, report.unit, report.state.name(), report.version,
                report.acceptedVersion, CorrectionV2.of(report.correction),
                NarrativeV2.of(report.narrative()), figures,
                report.evidence.stream().map(EvidenceV2::of).toList(), report.seal);
    }
}
