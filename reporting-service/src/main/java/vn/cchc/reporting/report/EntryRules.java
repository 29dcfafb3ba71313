package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.indicator.AskedIndicators;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.indicator.ReferredIndicator;
import vn.cchc.reporting.quality.DerivedPart;
import vn.cchc.reporting.quality.Part;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/**
 * The figures that can be entered into the report of one unit for one period. Every way to enter figures uses these rules: one
 * figure, all figures of a report, and imports.
 *
 * @param required the indicators that the report requires, in the order of their codes
 * @param referred the indicators that the unit reports under another regime
 */
public record EntryRules(String unit, SortedMap<String, Indicator> required,
        SortedMap<String, ReferredIndicator> referred, List<Derivation> derivations) {

    /** A part of a figure that is computed from a part of another figure, such as the denominator of CT05.2. */
    public record Derivation(DerivedPart part, DerivedPart source) {
    }

    /**
     * @param figures those that were given, with their derived parts, and the kept ones that change with them
     * @param violations by the code of the indicator
     */
    public record Checked(Map<String, NewFigure> figures, Map<String, List<Violation>> violations) {
    }

    /** Without the derived parts whose source the unit does not report. */
    public static EntryRules of(String unit, AskedIndicators asked, List<QualityRule> rules) {
        SortedMap<String, Indicator> byCode = new TreeMap<>();
        asked.required().forEach(indicator -> byCode.put(indicator.code().value(), indicator));
        SortedMap<String, ReferredIndicator> referred = new TreeMap<>();
        asked.referred().forEach(indicator -> referred.put(indicator.indicator().code().value(), indicator));
        Stream<Derivation> ofRules = rules.stream().filter(rule -> rule.derivation().isPresent())
                .map(rule -> new Derivation(rule.derivation().orElseThrow(), rule.source().orElseThrow()))
                .filter(derivation -> Stream.of(derivation.part(), derivation.source())
                        .allMatch(part -> byCode.containsKey(part.indicator().value())));
        Stream<Derivation> ofAmounts = byCode.values().stream().filter(Indicator::isYearlyAmount)
                .map(indicator -> new Derivation(new DerivedPart(indicator.code(), Part.DENOMINATOR),
                        new DerivedPart(indicator.code(), Part.NUMERATOR)));
        List<Derivation> derivations = Stream.concat(ofRules, ofAmounts).toList();
        return new EntryRules(unit, byCode, referred, derivations);
    }

    /** The parts of a figure that are computed. */
    public Stream<Derivation> derivationsOf(IndicatorCode indicator) {
        return derivations.stream().filter(derivation -> derivation.part().indicator().equals(indicator));
    }

    public Set<Part> derivedPartsOf(IndicatorCode indicator) {
        return derivationsOf(indicator).map(derivation -> derivation.part().part()).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Fills in the derived parts, and names every violation.
     *
     * @param given by the code of the indicator
     * @param kept the figures that stay as they are unless they are given
     * @param pointer the JSON Pointer to an indicator's figure in the request
     */
    public Checked check(Map<String, NewFigure> given, Map<String, Figure> kept, UnaryOperator<String> pointer) {
        Map<String, NewFigure> figures = new LinkedHashMap<>(given);
        Map<String, List<Violation>> violations = new LinkedHashMap<>();
        for (Derivation derivation : derivations) {
            Long value = partOf(derivation.source(), given, kept);
            NewFigure figure = figure(derivation.part(), given, kept);
            if (value != null && figure != null && figure.rating() == null) {
                derive(derivation, value, figure, given, figures, pointer)
                        .ifPresent(violation -> violations.computeIfAbsent(code(derivation.part()), at -> new ArrayList<>())
                                .add(violation));
            }
        }
        figures.forEach((code, figure) -> {
            List<Violation> found = violations(code, figure, pointer.apply(code));
            if (!found.isEmpty()) {
                violations.computeIfAbsent(code, at -> new ArrayList<>()).addAll(found);
            }
        });
        return new Checked(figures, violations);
    }

    /** @return a violation if another value than the derived one is given */
    private static Optional<Violation> derive(Derivation derivation, Long value, NewFigure figure, Map<String, NewFigure> given,
            Map<String, NewFigure> figures, UnaryOperator<String> pointer) {
        DerivedPart part = derivation.part();
        Long entered = given.containsKey(code(part)) ? figure.part(part.part()) : null;
        if (entered != null && !entered.equals(value)) {
            return Optional.of(Violation.at(pointer.apply(code(part)) + '/' + part.part().field(),
                    ReportingProblem.PARTS_DIFFER, part.part(), derivation.source().part(), derivation.source().indicator(),
                    String.valueOf(value)));
        }
        if (!value.equals(figure.part(part.part()))) {
            figures.put(code(part), figure.with(part.part(), value));
        }
        return Optional.empty();
    }

    private static Long partOf(DerivedPart source, Map<String, NewFigure> given, Map<String, Figure> kept) {
        NewFigure figure = figure(source, given, kept);
        return figure == null ? null : figure.part(source.part());
    }

    private static NewFigure figure(DerivedPart part, Map<String, NewFigure> given, Map<String, Figure> kept) {
        return given.containsKey(code(part)) ? given.get(code(part)) : NewFigure.of(kept.get(code(part)));
    }

    private static String code(DerivedPart part) {
        return part.indicator().value();
    }

    /** The violations of one figure by itself. */
    public List<Violation> violations(String code, NewFigure figure, String at) {
        Indicator indicator = required.get(code);
        return indicator == null ? List.of(notRequired(code, at.isEmpty() ? "indicator" : at))
                : figure.violations(indicator, at);
    }

    private Violation notRequired(String code, String at) {
        ReferredIndicator reportedElsewhere = referred.get(code);
        return reportedElsewhere == null ? Violation.at(at, ReportingProblem.NOT_REQUIRED, code, unit)
                : reportedElsewhere.violation(at, unit);
    }
}
