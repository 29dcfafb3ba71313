package vn.cchc.reporting.report;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * The only fields of a report that can be changed.
 *
 * @param names empty if no field is locked
 */
record ReopenedFields(List<String> names) {

    boolean isLocked(ReportField field) {
        return isLocked(field.name());
    }

    boolean isLocked(String field) {
        return !names.isEmpty() && !names.contains(field);
    }

    void requireOpen(Set<ReportField> changed) {
        List<ReportField> locked = changed.stream().filter(this::isLocked).toList();
        if (!locked.isEmpty()) {
            List<Violation> violations = locked.stream()
                    .map(field -> Violation.at(field.pointer(), ReportingProblem.FIELD_LOCKED, field.name())).toList();
            throw new ProblemException(ReportingProblem.FIELD_LOCKED, violations,
                    locked.stream().map(ReportField::name).collect(Collectors.joining(", ")));
        }
    }
}
