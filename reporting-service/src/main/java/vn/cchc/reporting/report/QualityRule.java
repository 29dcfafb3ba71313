package vn.cchc.reporting.report;

import java.util.stream.Stream;

import vn.cchc.rest.problem.Violation;

/** A rule of the {@link QualityGate}. */
interface QualityRule {

    Stream<Violation> violations(SubmissionCandidate candidate);
}
