package vn.cchc.reporting.report;

import java.util.List;

import vn.cchc.rest.problem.Violation;

/** Decides whether a report can be submitted. */
final class QualityGate {

    private static final List<QualityRule> ERRORS = List.of(new CutOffReached(), new ObligatoryFigures(),
            new OnlyRequiredFigures());
    private static final List<QualityRule> WARNINGS = List.of(new CutOffPassed());

    private QualityGate() {
    }

    /** Violations that prevent the submission. */
    static List<Violation> errors(SubmissionCandidate candidate) {
        return violations(ERRORS, candidate);
    }

    /** Notes for the reviewer. */
    static List<Violation> warnings(SubmissionCandidate candidate) {
        return violations(WARNINGS, candidate);
    }

    private static List<Violation> violations(List<QualityRule> rules, SubmissionCandidate candidate) {
        return rules.stream().flatMap(rule -> rule.violations(candidate)).toList();
    }
}
