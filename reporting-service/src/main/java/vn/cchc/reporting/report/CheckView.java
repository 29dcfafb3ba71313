package vn.cchc.reporting.report;

import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.quality.CheckResult;
import vn.cchc.reporting.quality.Comparison;
import vn.cchc.reporting.quality.Finding;
import vn.cchc.reporting.quality.RuleType;
import vn.cchc.rest.problem.ProblemError;
import vn.cchc.rest.problem.ProblemMessages;

@Schema(description = "The result of the quality gate for the current content of a report")
record CheckView(
        @Schema(description = "Whether the report can be submitted: there are no errors, and each warning that needs an explanation has one") boolean ready,
        @Schema(description = "Violations that prevent the submission") List<FindingView> errors,
        @Schema(description = "Warnings, which need an explanation, and notes for the reviewer, which do not") List<FindingView> warnings) {

    @Schema(name = "QualityFinding", description = "What a rule of the quality gate found")
    record FindingView(
            @Schema(description = "JSON Pointer into the report (RFC 6901)", examples = "/figures/CT05.1") String pointer,
            @Schema(description = "Stable code of the violation", examples = "jump") String code,
            @Schema(description = "What was found, in the caller's language") String detail,
            @Schema(description = "Names the finding in `explanations`; null for a rule that holds under every regime", examples = "JUMP:CT05.1", nullable = true) String key,
            @Schema(description = "The type of the regime's rule; null for a rule that holds under every regime", nullable = true) RuleType rule,
            @Schema(description = "The values that were compared; null where nothing was", nullable = true) Comparison comparison,
            @Schema(description = "Whether the report can be submitted only with an explanation of it") boolean needsExplanation,
            @Schema(nullable = true) Explanation explanation) {

        static FindingView of(Finding finding, Map<String, Explanation> explanations, ProblemMessages messages) {
            ProblemError error = ProblemError.all(List.of(finding.violation()), messages).get(0);
            return new FindingView(error.pointer(), error.code(), error.detail(), finding.key(), finding.rule(),
                    finding.comparison(), finding.needsExplanation(),
                    finding.needsExplanation() ? explanations.get(finding.key()) : null);
        }
    }

    static CheckView of(CheckResult result, Map<String, Explanation> explanations, ProblemMessages messages) {
        return new CheckView(result.obstacles(explanations.keySet()).isEmpty(),
                views(result.errors(), explanations, messages), views(result.warnings(), explanations, messages));
    }

    private static List<FindingView> views(List<Finding> findings, Map<String, Explanation> explanations,
            ProblemMessages messages) {
        return findings.stream().map(finding -> FindingView.of(finding, explanations, messages)).toList();
    }
}
