package vn.cchc.reporting.quality;

import java.util.List;
import java.util.Set;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.Violation;

public record CheckResult(List<Finding> errors, List<Finding> warnings) {

    /** @param explained the keys of the warnings that have an explanation */
    public List<Finding> unexplained(Set<String> explained) {
        return warnings.stream().filter(Finding::needsExplanation).filter(warning -> !explained.contains(warning.key()))
                .toList();
    }

    /** What prevents the submission: every error, and every warning without an explanation. */
    public List<Violation> obstacles(Set<String> explained) {
        List<Violation> obstacles = new java.util.ArrayList<>(errors.stream().map(Finding::violation).toList());
        unexplained(explained).stream().map(warning -> Violation.at(JsonPointer.of("explanations", warning.key()),
                ReportingProblem.WARNING_UNEXPLAINED, warning.rule(), warning.indicator())).distinct()
                .forEach(obstacles::add);
        return obstacles;
    }
}
