package vn.cchc.reporting.report;

import java.util.List;
import java.util.SortedMap;
import java.util.UUID;

import vn.cchc.reporting.report.SealContentV1.DocumentV1;
import vn.cchc.reporting.report.SealContentV1.FigureV1;
import vn.cchc.reporting.report.SealContentV1.NarrativeV1;

/** Format 2 of the content that a seal is computed over: that of format 1, and the figures that the report refers to. */
record SealContentV2(UUID report, int version, String regime, String period, String unit,
        SortedMap<String, FigureV1> figures, NarrativeV1 narrative, List<DocumentV1> evidence,
        List<ReferenceV2> references) {

    record ReferenceV2(String indicator, String status, String regime, String period, UUID report, Integer version,
            Long numerator, Long denominator, String rating, String statement) {

        static ReferenceV2 of(FigureReference of) {
            return new ReferenceV2(of.indicator(), of.status().name(), of.regime(), of.period(), of.report(), of.version(),
                    of.numerator(), of.denominator(), of.rating() == null ? null : of.rating().name(), of.statement());
        }
    }

    static SealContentV2 of(Report report) {
        SealContentV1 of = SealContentV1.of(report);
        return new SealContentV2(of.report(), of.version(), of.regime(), of.period(), of.unit(), of.figures(), of.narrative(),
                of.evidence(), report.references.stream().map(ReferenceV2::of).toList());
    }
}
