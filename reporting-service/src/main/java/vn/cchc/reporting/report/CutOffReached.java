package vn.cchc.reporting.report;

import java.time.LocalDate;
import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * A report can be prepared at any time, but neither submitted nor accepted before the cut-off day: a stock is the state on
 * that day. On the cut-off day itself both are allowed.
 */
class CutOffReached implements QualityRule {

    @Override
    public Stream<Violation> violations(SubmissionCandidate candidate) {
        return isReached(candidate.cutOff(), candidate.today()) ? Stream.empty()
                : Stream.of(Violation.at("/period", ReportingProblem.CUT_OFF_NOT_REACHED, candidate.cutOff()));
    }

    static void require(LocalDate cutOff, LocalDate today) {
        if (!isReached(cutOff, today)) {
            throw new ProblemException(ReportingProblem.CUT_OFF_NOT_REACHED, cutOff);
        }
    }

    private static boolean isReached(LocalDate cutOff, LocalDate today) {
        return !today.isBefore(cutOff);
    }
}
