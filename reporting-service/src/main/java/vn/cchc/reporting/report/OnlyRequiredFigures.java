package vn.cchc.reporting.report;

import java.util.Set;
import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/**
 * No figure belongs to an indicator that the unit does not report; an assignment can have ended after the figure was entered.
 */
class OnlyRequiredFigures implements QualityRule {

    @Override
    public Stream<Violation> violations(SubmissionCandidate candidate) {
        Set<IndicatorCode> required = Set.copyOf(candidate.required());
        return candidate.report().indicators().filter(code -> !required.contains(code))
                .map(code -> Violation.at("/figures/" + code, ReportingProblem.FIGURE_NOT_REQUIRED, code));
    }
}
