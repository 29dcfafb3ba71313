package vn.cchc.reporting.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.quality.CheckResult;
import vn.cchc.reporting.quality.CheckedReport;
import vn.cchc.reporting.quality.Count;
import vn.cchc.reporting.quality.QualityGate;
import vn.cchc.reporting.quality.QualityRule;
import vn.cchc.reporting.quality.ReferenceFigures;
import vn.cchc.values.IndicatorCode;

/** Checks a report by the rules of its regime, against the figures of earlier periods and of other units. */
@ApplicationScoped
class QualityCheck {

    private final ReportRequirements requirements;
    private final Regimes regimes;
    private final ReferenceFigures references;
    private final Clock clock;

    QualityCheck(ReportRequirements requirements, Regimes regimes, ReferenceFigures references, Clock clock) {
        this.requirements = requirements;
        this.regimes = regimes;
        this.references = references;
        this.clock = clock;
    }

    CheckResult of(Report report) {
        Period period = requirements.period(report);
        List<QualityRule> rules = regimes.qualityRules(period);
        CheckedReport checked = checked(report, period, requirements.requiredIndicators(report), LocalDate.now(clock));
        return QualityGate.check(checked, rules,
                references.of(report.regime(), report.period(), report.unit(), checked, rules));
    }

    private static CheckedReport checked(Report report, Period period, List<Indicator> required, LocalDate today) {
        List<IndicatorCode> obligatory = required.stream()
                .filter(indicator -> indicator.isObligatoryIn(period.year(), period.isAnnual())).map(Indicator::code).toList();
        SortedMap<IndicatorCode, Count> counted = new TreeMap<>();
        report.figures.forEach((code, figure) -> {
            if (figure.rating() == null) {
                counted.put(new IndicatorCode(code), new Count(figure.numerator(), figure.denominator()));
            }
        });
        return new CheckedReport(period.window(), period.year(), required.stream().map(Indicator::code).toList(), obligatory,
                counted, report.indicators().filter(code -> !counted.containsKey(code)).collect(Collectors.toSet()), today);
    }
}
