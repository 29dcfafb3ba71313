package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/** Checks figures as they are entered, computes what the regime derives from others, and names every violation. */
@ApplicationScoped
class FigureValidation {

    private final ReportRequirements requirements;
    private final Regimes regimes;
    private final Clock clock;

    FigureValidation(ReportRequirements requirements, Regimes regimes, Clock clock) {
        this.requirements = requirements;
        this.regimes = regimes;
        this.clock = clock;
    }

    /** The figure, and each figure that is derived from it. The body is the figure itself. */
    Map<IndicatorCode, Figure> ofOne(Report report, IndicatorCode indicator, NewFigure figure, String by) {
        return valid(report, Map.of(indicator.value(), figure), report.figures,
                code -> code.equals(indicator.value()) ? "" : "/figures/" + code, by);
    }

    /** @param pointer the JSON pointer to an indicator's figure in the body */
    Map<IndicatorCode, Figure> ofAll(Report report, Map<String, NewFigure> figures, UnaryOperator<String> pointer, String by) {
        return valid(report, figures, Map.of(), pointer, by);
    }

    /** @param kept the figures that stay as they are */
    private Map<IndicatorCode, Figure> valid(Report report, Map<String, NewFigure> given, Map<String, Figure> kept,
            UnaryOperator<String> pointer, String by) {
        report.requireOpen();
        List<Indicator> required = requirements.requiredIndicators(report);
        List<Violation> violations = new ArrayList<>();
        var derived = new DerivedFigures(regimes.qualityRules(requirements.period(report)));
        Map<String, NewFigure> figures = derived.complete(given, kept, pointer, violations);
        figures.forEach((code, figure) -> violations.addAll(violations(report, required, code, figure, pointer.apply(code))));
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
        return required.stream().map(Indicator::code).filter(code -> figures.containsKey(code.value())).collect(Collectors
                .toMap(Function.identity(), code -> figures.get(code.value()).toFigure(by, clock.instant())));
    }

    private static List<Violation> violations(Report report, List<Indicator> required, String code, NewFigure figure,
            String at) {
        return required.stream().filter(indicator -> indicator.code().value().equals(code)).findFirst()
                .map(indicator -> figure.violations(indicator, at))
                .orElse(List
                        .of(Violation.at(at.isEmpty() ? "indicator" : at, ReportingProblem.NOT_REQUIRED, code, report.unit)));
    }
}
