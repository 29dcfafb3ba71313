package vn.cchc.reporting.report;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Format 1 of the content that a seal is computed over. The format is frozen: its canonical JSON never changes by a byte. A
 * further field belongs into a further format.
 */
record SealContentV1(UUID report, int version, String regime, String period, String unit,
        SortedMap<String, FigureV1> figures, NarrativeV1 narrative, List<DocumentV1> evidence) {

    record FigureV1(Long numerator, Long denominator, String rating, String statement) {

        static FigureV1 of(Figure figure) {
            return new FigureV1(figure.numerator(), figure.denominator(),
                    figure.rating() == null ? null : figure.rating().name(), figure.statement());
        }
    }

    record NarrativeV1(String results, String difficulties, String proposals, String initiatives) {

        static NarrativeV1 of(Narrative narrative) {
            return new NarrativeV1(narrative.results(), narrative.difficulties(), narrative.proposals(),
                    narrative.initiatives());
        }
    }

    record DocumentV1(String number, String date, String issuer, String title, String page, String url, String sha256) {

        static DocumentV1 of(Evidence of) {
            return new DocumentV1(of.number(), of.date() == null ? null : of.date().toString(), of.issuer(), of.title(),
                    of.page(), of.url(), of.sha256());
        }
    }

    static SealContentV1 of(Report report) {
        SortedMap<String, FigureV1> figures = new TreeMap<>();
        report.figures.forEach((indicator, figure) -> figures.put(indicator, FigureV1.of(figure)));
        return new SealContentV1(report.id, report.version, report.regime, report.period, report.unit, figures,
                NarrativeV1.of(report.narrative()),
                report.evidence.stream().map(DocumentV1::of).toList());
    }
}
