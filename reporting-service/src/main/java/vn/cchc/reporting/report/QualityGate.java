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
 * Decides whether a report can be submitted.
 *
 * @param required the indicators that the report requires
 */
record QualityGate(List<Indicator> required, Period period) {

    /** Violations that prevent the submission. */
    List<Violation> errors(Report report) {
        List<Violation> errors = new ArrayList<>();
        required.stream().filter(indicator -> isMissing(indicator, report))
                .forEach(indicator -> errors.add(at(indicator.code(), ReportingProblem.FIGURE_MISSING)));
        Set<String> codes = required.stream().map(Indicator::code).collect(Collectors.toSet());
        report.figures.keySet().stream().filter(code -> !codes.contains(code))
                .forEach(code -> errors.add(at(code, ReportingProblem.FIGURE_NOT_REQUIRED)));
        return errors;
    }

    /** Notes for the reviewer. */
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
