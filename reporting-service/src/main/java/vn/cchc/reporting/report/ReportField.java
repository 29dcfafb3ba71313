package vn.cchc.reporting.report;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.Violation;

/**
 * A field of a report's content, as a reviewer reopens it, asks about it and compares it.
 *
 * @param name {@code figures/CT05.1}, {@code narrative/results} or {@code evidence}
 */
public record ReportField(String name) implements Comparable<ReportField> {

    static final ReportField EVIDENCE = new ReportField("evidence");
    static final ReportField RESULTS = new ReportField("narrative/results");
    static final ReportField DIFFICULTIES = new ReportField("narrative/difficulties");
    static final ReportField PROPOSALS = new ReportField("narrative/proposals");
    static final ReportField INITIATIVES = new ReportField("narrative/initiatives");

    private static final Set<ReportField> WITHOUT_FIGURES = Set.of(RESULTS, DIFFICULTIES, PROPOSALS, INITIATIVES, EVIDENCE);
    private static final String FIGURES = "figures/";

    static ReportField figure(String indicator) {
        return new ReportField(FIGURES + indicator);
    }

    /** Empty if no report has a field of this name. The indicator of a figure is not looked up. */
    static Optional<ReportField> read(String name) {
        return Optional.ofNullable(name).map(ReportField::new)
                .filter(field -> field.indicator().isPresent() || WITHOUT_FIGURES.contains(field));
    }

    /** @param required codes of the indicators that the report requires */
    static List<Violation> violations(String at, String name, String unit, Collection<String> required) {
        ReportField field = read(name).orElse(null);
        if (field == null) {
            return List.of(Violation.at(at, ReportingProblem.UNKNOWN_FIELD, String.valueOf(name)));
        }
        return field.indicator().filter(code -> !required.contains(code))
                .map(code -> List.of(Violation.at(at, ReportingProblem.NOT_REQUIRED, code, unit))).orElse(List.of());
    }

    /** The code of the indicator; empty if the field is no figure. */
    Optional<String> indicator() {
        return name.startsWith(FIGURES) ? Optional.of(name.substring(FIGURES.length())) : Optional.empty();
    }

    /** The JSON Pointer in the view of the report. */
    String pointer() {
        return JsonPointer.of((Object[]) name.split("/", 2));
    }

    @Override
    public int compareTo(ReportField other) {
        return name.compareTo(other.name);
    }
}
