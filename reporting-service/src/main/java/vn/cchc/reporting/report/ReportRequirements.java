package vn.cchc.reporting.report;

import java.time.LocalDate;
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

/** What a report is asked: its period by the regime, and the indicators that its unit reports. */
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

    /** Refuses a report that no regime asks or that no unit could give. */
    void validate(NewReport wanted) {
        List<Violation> violations = new ArrayList<>();
        Regime regime = regimes.findById(wanted.regime());
        Unit unit = units.findById(wanted.unit());
        if (regime == null) {
            violations.add(Violation.at("/regime", ReportingProblem.UNKNOWN_REGIME, wanted.regime()));
        }
        if (unit == null) {
            violations.add(Violation.at("/unit", ReportingProblem.UNKNOWN_UNIT, wanted.unit()));
        }
        if (regime != null) {
            regime.period(wanted.period()).ifPresentOrElse(period -> violations.addAll(closed(unit, wanted, period)),
                    () -> violations.add(
                            Violation.at("/period", ReportingProblem.INVALID_PERIOD, wanted.period(), regime.pattern())));
        }
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }

    private static List<Violation> closed(Unit unit, NewReport wanted, Period period) {
        if (unit == null || unit.existsOn(period.to())) {
            return List.of();
        }
        return List.of(Violation.at("/unit", ReportingProblem.UNIT_CLOSED, wanted.unit(), period.to().toString()));
    }

    /** Refuses what is dated after the end of the report's unit, which may have come since the report was begun. */
    void requireUnitExists(Report report) {
        LocalDate cutOff = period(report).to();
        if (!units.findById(report.unit).existsOn(cutOff)) {
            throw new ProblemException(ReportingProblem.UNIT_CLOSED_SINCE, report.unit, cutOff.toString());
        }
    }

    Regime regime(Report report) {
        return regimes.require(report.regime);
    }

    Period period(Report report) {
        return regime(report).period(report.period).orElseThrow();
    }

    /** Of an accepted report: what it answered, whatever was assigned since. */
    List<Indicator> asked(Report report) {
        if (report.state == ReportState.ACCEPTED) {
            return indicators.named(report.figures.keySet());
        }
        return indicators.requiredFor(report.unit, period(report));
    }

    QualityGate gate(Report report) {
        return new QualityGate(asked(report), period(report));
    }

    ReportView view(Report report) {
        return ReportView.of(report, regime(report), period(report), asked(report));
    }
}
