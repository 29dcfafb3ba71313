package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;

@Schema(description = "All scores of an index for a year", examples = NewScores.EXAMPLE)
record NewScores(
        @NotNull @Size(max = 500, message = "{cchc.ListSize.message}") @Schema(description = "Those of the criteria that are no groups, as far as they are known") List<@Valid @NotNull CriterionScore> scores,
        @Min(1) @Max(1000) @Schema(description = "The rank; null while it is not known", examples = "21", nullable = true) Integer rank,
        @Min(1) @Max(1000) @Schema(description = "Among how many it is ranked", examples = "63", nullable = true) Integer rankOf,
        @Valid @Schema(description = "The totals of the document, to be checked against the scores; not checked if absent", nullable = true) Totals totals,
        @Size(max = 2000) @Schema(description = "Why known values change; required if one does", examples = "Điều chỉnh theo kết quả thẩm định lại", nullable = true) String reason) {

    static final String EXAMPLE = """
            {"scores": [{"criterion": "1.1", "selfScore": 5.5, "appraisedScore": 5}, {"criterion": "1.2", "selfScore": 4}],
             "rank": 21, "rankOf": 63, "totals": {"selfScore": 9.5}}""";

    @Schema(name = "IndexTotals", description = "The sums of the scores; null while there is none")
    record Totals(@PositiveOrZero @Schema(examples = "9.5", nullable = true) BigDecimal selfScore,
            @PositiveOrZero @Schema(examples = "5", nullable = true) BigDecimal appraisedScore,
            @PositiveOrZero @Schema(nullable = true) BigDecimal finalScore) {

        BigDecimal of(ScoreKind kind) {
            return new CriterionScore(null, selfScore, appraisedScore, finalScore).of(kind);
        }
    }

    List<Violation> violations(CriteriaSet set) {
        List<Violation> violations = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (int i = 0; i < scores.size(); i++) {
            CriterionScore score = scores.get(i);
            String at = "/scores/" + i;
            if (!named.add(score.criterion())) {
                violations.add(Violation.at(at + "/criterion", TargetsProblem.DUPLICATE, score.criterion()));
            }
            set.find(score.criterion()).ifPresentOrElse(criterion -> violations.addAll(above(criterion, score, at)),
                    () -> violations.add(Violation.at(at + "/criterion", TargetsProblem.UNKNOWN_CRITERION,
                            score.criterion())));
        }
        if ((rank == null) != (rankOf == null) || rank != null && rank > rankOf) {
            violations.add(Violation.at("/rank", TargetsProblem.INVALID_RANK));
        }
        violations.addAll(totalViolations());
        return violations;
    }

    private static List<Violation> above(Criterion criterion, CriterionScore score, String at) {
        List<Violation> violations = new ArrayList<>();
        for (ScoreKind kind : ScoreKind.values()) {
            if (score.of(kind) != null && score.of(kind).compareTo(criterion.maximum()) > 0) {
                violations.add(Violation.at(at + '/' + kind.field(), TargetsProblem.ABOVE_MAXIMUM,
                        criterion.maximum().toPlainString()));
            }
        }
        return violations;
    }

    private List<Violation> totalViolations() {
        List<Violation> violations = new ArrayList<>();
        for (ScoreKind kind : ScoreKind.values()) {
            BigDecimal declared = totals == null ? null : totals.of(kind);
            BigDecimal sum = IndexScores.total(scores.stream(), kind);
            if (declared != null && (sum == null || sum.compareTo(declared) != 0)) {
                violations.add(Violation.at("/totals/" + kind.field(), TargetsProblem.TOTAL_DIFFERS,
                        sum == null ? "–" : sum.toPlainString()));
            }
        }
        return violations;
    }
}
