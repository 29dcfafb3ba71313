package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.rest.problem.Violation;

/**
 * What stands between a report and its submission.
 *
 * @param asked the indicators that the report is to answer
 */
record QualityGate(List<Indicator> asked, Period period) {

    /** What blocks the submission. */
    List<Violation> errors(Report report) {
        List<Violation> errors = new ArrayList<>();
        asked.stream().filter(indicator -> isMissing(indicator, report))
                .forEach(indicator -> errors.add(at(indicator.code(), ReportingProblem.FIGURE_MISSING)));
        Set<String> codes = asked.stream().map(Indicator::code).collect(Collectors.toSet());
        report.figures.keySet().stream().filter(code -> !codes.contains(code))
                .forEach(code -> errors.add(at(code, ReportingProblem.FIGURE_NOT_REQUIRED)));
        return errors;
    }

    /** What the reviewer should know. */
    List<Violation> warnings(LocalDate today) {
        if (today.isAfter(period.to())) {
            return List.of();
        }
        return List.of(Violation.at("/period", ReportingProblem.PERIOD_NOT_OVER, period.to().toString()));
    }

    private boolean isMissing(Indicator indicator, Report report) {
        return indicator.isObligatoryIn(period.year(), period.isAnnual()) && !report.figures.containsKey(indicator.code());
    }

    private static Violation at(String indicator, ReportingProblem type) {
        return Violation.at("/figures/" + indicator, type, indicator);
    }
}
