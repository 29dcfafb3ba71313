package vn.cchc.reporting.report;

import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;

/** Every obligatory indicator has a figure. */
class ObligatoryFigures implements QualityRule {

    @Override
    public Stream<Violation> violations(SubmissionCandidate candidate) {
        return candidate.obligatory().stream().filter(code -> !candidate.report().hasFigure(code))
                .map(code -> Violation.at("/figures/" + code, ReportingProblem.FIGURE_MISSING, code));
    }
}
