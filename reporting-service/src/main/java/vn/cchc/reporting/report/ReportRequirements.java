package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regime;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.unit.Unit;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** What a report must contain: its period by the regime, and the indicators that its unit reports under this regime. */
@ApplicationScoped
class ReportRequirements {

    private final Regimes regimes;
    private final Units units;
    private final Indicators indicators;

    ReportRequirements(Regimes regimes, Units units, Indicators indicators) {
        this.regimes = regimes;
        this.units = units;
        this.indicators = indicators;
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
        return regimes.period(report.regime(), report.period()).orElseThrow();
    }

    Unit unit(Report report) {
        return units.findById(report.unit);
    }

    /** An accepted report keeps the indicators that it had at acceptance, even if assignments changed since. */
    List<Indicator> requiredIndicators(Report report) {
        return requiredIndicators(report, period(report));
    }

    private List<Indicator> requiredIndicators(Report report, Period period) {
        if (report.state == ReportState.ACCEPTED) {
            return indicators.findByCodes(report.figures.keySet());
        }
        return indicators.requiredFor(report.regime(), report.unit(), unit(report).life(), period);
    }

    EntryRules entryRules(Report report, Period period) {
        return EntryRules.of(report.unit, requiredIndicators(report, period), regimes.qualityRules(period));
    }

    ReportView view(Report report) {
        Period period = period(report);
        return ReportView.of(report, period, requiredIndicators(report, period));
    }
}
