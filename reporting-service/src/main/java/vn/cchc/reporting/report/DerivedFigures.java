package vn.cchc.reporting.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.quality.DerivedPart;
import vn.cchc.reporting.quality.Part;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.problem.Violation;

/** The parts of figures that the rules of a regime derive from others, such as the denominator of CT05.2. */
record DerivedFigures(List<QualityRule> rules) {

    /**
     * Fills in what is derived.
     *
     * @param kept the figures that are not given and stay as they are
     * @param violations gets one for each given value that differs from the derived one
     */
    Map<String, NewFigure> complete(Map<String, NewFigure> given, Map<String, Figure> kept, UnaryOperator<String> pointer,
            List<Violation> violations) {
        Map<String, NewFigure> complete = new LinkedHashMap<>(given);
        for (QualityRule rule : rules) {
            rule.derivation().ifPresent(
                    part -> complete(part, rule.source().orElseThrow(), given, kept, pointer, complete, violations));
        }
        return complete;
    }

    private static void complete(DerivedPart part, DerivedPart source, Map<String, NewFigure> given, Map<String, Figure> kept,
            UnaryOperator<String> pointer, Map<String, NewFigure> complete, List<Violation> violations) {
        String code = part.indicator().value();
        Long value = value(source, given, kept);
        NewFigure figure = given.containsKey(code) ? given.get(code) : NewFigure.of(kept.get(code));
        if (value == null || figure == null || figure.rating() != null) {
            return;
        }
        Long entered = given.containsKey(code) ? value(part.part(), figure) : null;
        if (entered != null && !entered.equals(value)) {
            violations.add(Violation.at(pointer.apply(code) + '/' + part.part().field(), ReportingProblem.PARTS_DIFFER,
                    part.part(), source.part(), source.indicator(), String.valueOf(value)));
            return;
        }
        complete.put(code, part.part() == Part.NUMERATOR
                ? new NewFigure(value, figure.denominator(), null, figure.statement())
                : new NewFigure(figure.numerator(), value, null, figure.statement()));
    }

    private static Long value(DerivedPart source, Map<String, NewFigure> given, Map<String, Figure> kept) {
        String code = source.indicator().value();
        NewFigure figure = given.containsKey(code) ? given.get(code) : NewFigure.of(kept.get(code));
        return figure == null ? null : value(source.part(), figure);
    }

    private static Long value(Part part, NewFigure figure) {
        return part == Part.NUMERATOR ? figure.numerator() : figure.denominator();
    }
}
