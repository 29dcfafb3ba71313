package vn.cchc.reporting.report;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.IndicatorCode;

/** Checks figures as they are entered, computes what the regime derives from others, and names every violation. */
@ApplicationScoped
class FigureValidation {

    private final ReportRequirements requirements;
    private final Clock clock;

    FigureValidation(ReportRequirements requirements, Clock clock) {
        this.requirements = requirements;
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
        EntryRules.Checked checked = requirements.entryRules(report, requirements.period(report)).check(given, kept,
                pointer);
        if (!checked.violations().isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT,
                    checked.violations().values().stream().flatMap(List::stream).toList());
        }
        return checked.figures().entrySet().stream().collect(Collectors.toMap(of -> new IndicatorCode(of.getKey()),
                of -> of.getValue().toFigure(by, clock.instant())));
    }
}
