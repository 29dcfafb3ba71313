package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regime;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.indicator.AskedIndicators;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.indicator.ReferredIndicator;
import vn.cchc.reporting.unit.Unit;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** What a report must contain: its period by the regime, and the indicators that its unit reports under this regime. */
@ApplicationScoped
class ReportRequirements {

    private final Regimes regimes;
    private final Units units;
    private final Indicators indicators;
    private final FigureReferences references;

    ReportRequirements(Regimes regimes, Units units, Indicators indicators, FigureReferences references) {
        this.regimes = regimes;
        this.units = units;
        this.indicators = indicators;
        this.references = references;
    }

    /** Adds why the regime does not provide for a report or the unit cannot give it. */
    BodyViolations check(NewReport wanted, BodyViolations violations) {
        Optional<Period> period = regimes.named(wanted.regime(), wanted.period(), violations);
        return violations.rule(() -> {
            Unit unit = units.findById(wanted.unit());
            return unit == null ? List.of(Violation.at("/unit", ReportingProblem.UNKNOWN_UNIT, wanted.unit()))
                    : period.map(found -> closed(unit, found, "/")).orElse(List.of());
        }, "unit");
    }

    /**
     * Rejects a report that the regime does not provide for or that the unit cannot give.
     *
     * @param at what stands before the names in the pointers
     */
    void validate(ReportKey wanted, String at) {
        List<Violation> violations = new ArrayList<>();
        Regime regime = regimes.latest(wanted.regime()).orElse(null);
        Unit unit = units.findById(wanted.unit().value());
        if (regime == null) {
            violations.add(Violation.at(at + "regime", ReportingProblem.UNKNOWN_REGIME, wanted.regime()));
        }
        if (unit == null) {
            violations.add(Violation.at(at + "unit", ReportingProblem.UNKNOWN_UNIT, wanted.unit()));
        }
        if (regime != null) {
            regimes.period(wanted.regime(), wanted.period())
                    .filter(period -> !period.isCancelled())
                    .ifPresentOrElse(period -> violations.addAll(closed(unit, period, at)),
                            () -> violations.add(Violation.at(at + "period", ReportingProblem.INVALID_PERIOD, wanted.period(),
                                    regime.periodCodes())));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }

    private static List<Violation> closed(Unit unit, Period period, String at) {
        if (unit == null || unit.life().overlaps(period.window())) {
            return List.of();
        }
        return List
                .of(Violation.at(at + "unit", ReportingProblem.UNIT_CLOSED, unit.code().value(), period.from(), period.to()));
    }

    /** Rejects a change if the unit exists on no day of the period; its life can have been shortened after the creation. */
    void requireUnitExists(Report report) {
        Period period = period(report);
        if (!unit(report).life().overlaps(period.window())) {
            throw new ProblemException(ReportingProblem.UNIT_CLOSED_SINCE, report.unit, period.from(), period.to());
        }
    }

    Period period(Report report) {
        return report.read.period(() -> regimes.period(report.regime(), report.period()).orElseThrow());
    }

    Unit unit(Report report) {
        return units.findById(report.unit);
    }

    List<Indicator> requiredIndicators(Report report) {
        return asked(report, period(report)).required();
    }

    /** An accepted report keeps the indicators that it had at acceptance, even if assignments changed since. */
    private AskedIndicators asked(Report report, Period period) {
        return report.read.indicators(report.state, () -> report.state == ReportState.ACCEPTED
                ? new AskedIndicators(indicators.findByCodes(report.figures.keySet()), List.of())
                : indicators.askedOf(report.regime(), report.unit(), unit(report).life(), period));
    }

    /** The figures that the report refers to: as they were at its submission, or the current ones before it. */
    List<FigureReference> references(Report report) {
        return references(report, asked(report, period(report)).referred());
    }

    List<FigureReference> references(Report report, Collection<ReferredIndicator> referred) {
        return report.hasFrozenReferences() ? report.references : references.of(report.unit(), referred);
    }

    EntryRules entryRules(Report report, Period period) {
        return EntryRules.of(report.unit, asked(report, period), regimes.qualityRules(period));
    }

    ReportView view(Report report) {
        Period period = period(report);
        AskedIndicators asked = asked(report, period);
        return ReportView.of(report, period, asked.required(), references(report, asked.referred()));
    }
}
