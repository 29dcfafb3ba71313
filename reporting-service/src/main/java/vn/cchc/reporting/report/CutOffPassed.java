package vn.cchc.reporting.report;

import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;

/** On the cut-off day itself, cases of that day can still be missing from the figures. */
class CutOffPassed implements QualityRule {

    @Override
    public Stream<Violation> violations(SubmissionCandidate candidate) {
        return candidate.today().equals(candidate.cutOff())
                ? Stream.of(Violation.at("/period", ReportingProblem.CUT_OFF_TODAY, candidate.cutOff()))
                : Stream.empty();
    }
}
