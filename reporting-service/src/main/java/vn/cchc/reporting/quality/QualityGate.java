package vn.cchc.reporting.quality;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/** Decides whether a report can be submitted. */
public final class QualityGate {

    private QualityGate() {
    }

    /** By the rules of the regime, and those that hold under every regime. */
    public static CheckResult check(CheckedReport report, List<QualityRule> rules, References references) {
        var findings = Stream.concat(Stream.of(cutOff(report), notRequired(report)).flatMap(found -> found),
                rules.stream().filter(rule -> references.serve(rule.type()))
                        .flatMap(rule -> rule.findings(report, references)))
                .collect(Collectors.partitioningBy(finding -> finding.severity() == Severity.ERROR));
        return new CheckResult(findings.get(true), findings.get(false));
    }

    /**
     * A report can be prepared at any time, but neither submitted nor accepted before the cut-off day: a stock is the state on
     * that day. On the cut-off day itself both are allowed.
     */
    public static void requireCutOffReached(LocalDate cutOff, LocalDate today) {
        if (today.isBefore(cutOff)) {
            throw new ProblemException(ReportingProblem.CUT_OFF_NOT_REACHED, cutOff);
        }
    }

    private static Stream<Finding> cutOff(CheckedReport report) {
        if (report.today().isBefore(report.cutOff())) {
            return Stream.of(ofEveryRegime(Severity.ERROR, "/period", ReportingProblem.CUT_OFF_NOT_REACHED, report.cutOff()));
        }
        // Cases of the day itself can still be missing from the figures.
        return report.today().equals(report.cutOff())
                ? Stream.of(ofEveryRegime(Severity.WARNING, "/period", ReportingProblem.CUT_OFF_TODAY, report.cutOff()))
                : Stream.empty();
    }

    /** An assignment can have ended after the figure was entered. */
    private static Stream<Finding> notRequired(CheckedReport report) {
        Set<IndicatorCode> required = new HashSet<>(report.required());
        return report.indicators().filter(code -> !required.contains(code)).map(
                code -> ofEveryRegime(Severity.ERROR, "/figures/" + code, ReportingProblem.FIGURE_NOT_REQUIRED, code));
    }

    private static Finding ofEveryRegime(Severity severity, String pointer, ReportingProblem problem, Object argument) {
        return new Finding(severity, null, null, Violation.at(pointer, problem, argument), null);
    }
}
