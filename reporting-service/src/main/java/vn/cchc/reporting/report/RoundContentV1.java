package vn.cchc.reporting.report;

import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.reporting.report.SealContentV1.DocumentV1;
import vn.cchc.reporting.report.SealContentV1.FigureV1;
import vn.cchc.reporting.report.SealContentV1.NarrativeV1;

/**
 * Format 1 of the content that is kept of a round. It is frozen: a further field belongs into a further format. Its parts are
 * those of a seal, so a round can be compared with an accepted version.
 */
record RoundContentV1(SortedMap<String, FigureV1> figures, NarrativeV1 narrative, List<DocumentV1> evidence) {

    static final int FORMAT = 1;
    static final RoundContentV1 NOTHING = new RoundContentV1(new TreeMap<>(), new NarrativeV1(null, null, null, null),
            List.of());

    static RoundContentV1 of(SortedMap<String, Figure> figures, Narrative narrative, List<Evidence> evidence) {
        SortedMap<String, FigureV1> values = new TreeMap<>();
        figures.forEach((indicator, figure) -> values.put(indicator, FigureV1.of(figure)));
        return new RoundContentV1(values, NarrativeV1.of(narrative), evidence.stream().map(DocumentV1::of).toList());
    }

    /** The fields that have a value. */
    @JsonIgnore
    SortedMap<ReportField, Object> fields() {
        SortedMap<ReportField, Object> fields = new TreeMap<>();
        figures.forEach((indicator, figure) -> fields.put(ReportField.figure(indicator), figure));
        fields.put(ReportField.RESULTS, narrative.results());
        fields.put(ReportField.DIFFICULTIES, narrative.difficulties());
        fields.put(ReportField.PROPOSALS, narrative.proposals());
        fields.put(ReportField.INITIATIVES, narrative.initiatives());
        fields.put(ReportField.EVIDENCE, evidence.isEmpty() ? null : evidence);
        fields.values().removeIf(Objects::isNull);
        return fields;
    }

    SortedSet<ReportField> differences(RoundContentV1 other) {
        SortedMap<ReportField, Object> own = fields();
        SortedMap<ReportField, Object> others = other.fields();
        SortedSet<ReportField> different = new TreeSet<>(own.keySet());
        different.addAll(others.keySet());
        different.removeIf(field -> Objects.equals(own.get(field), others.get(field)));
        return different;
    }
}
