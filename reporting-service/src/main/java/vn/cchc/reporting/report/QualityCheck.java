package vn.cchc.reporting.report;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

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
import vn.cchc.reporting.quality.References;
import vn.cchc.values.IndicatorCode;

/** Checks a report by the rules of its regime, against the figures of earlier periods and of other units. */
@ApplicationScoped
public class QualityCheck {

    /**
     * What is checked of a report.
     *
     * @param required the indicators that the report requires
     */
    public record Content(SortedMap<String, Figure> figures, List<Indicator> required) {
    }

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
        return of(period, Map.of(report.unit, new Content(report.figures, requirements.requiredIndicators(report))))
                .get(report.unit);
    }

    /** The same number of statements for one report as for hundreds. */
    public Map<String, CheckResult> of(Period period, Map<String, Content> reports) {
        List<QualityRule> rules = regimes.qualityRules(period);
        LocalDate today = LocalDate.now(clock);
        Map<String, CheckedReport> checked = new TreeMap<>();
        Map<String, IndicatorCode> codes = new HashMap<>();
        reports.forEach((unit, content) -> checked.put(unit, checked(content, codes, period, today)));
        Map<String, References> compared = references.of(period.regime(), period.code(), checked, rules);
        Map<String, CheckResult> results = new TreeMap<>();
        checked.forEach((unit, report) -> results.put(unit, QualityGate.check(report, rules, compared.get(unit))));
        return results;
    }

    /** @param codes those that are read already: most reports have the same indicators */
    private static CheckedReport checked(Content content, Map<String, IndicatorCode> codes, Period period, LocalDate today) {
        List<IndicatorCode> obligatory = content.required().stream()
                .filter(indicator -> indicator.isObligatoryIn(period.year(), period.isAnnual())).map(Indicator::code).toList();
        SortedMap<IndicatorCode, Count> counted = new TreeMap<>();
        Set<IndicatorCode> rated = new HashSet<>();
        content.figures().forEach((text, figure) -> {
            IndicatorCode code = codes.computeIfAbsent(text, IndicatorCode::new);
            if (figure.rating() == null) {
                counted.put(code, new Count(figure.numerator(), figure.denominator()));
            } else {
                rated.add(code);
            }
        });
        return new CheckedReport(period.window(), period.year(),
                content.required().stream().map(Indicator::code).toList(), obligatory,
                counted, rated, today);
    }
}
