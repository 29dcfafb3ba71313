package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.targets.task.TaskView;

@Schema(name = "IndexYear", description = "An index in a year: its criteria with their scores, the lowest first")
record IndexYearView(@JsonIgnore Revision revision, @Schema(examples = "PAR-INDEX") String index, String name, String nameEn,
        @Schema(examples = "2024") int year, @Schema(examples = "1") int criteriaSetVersion,
        @Schema(description = "Null while there are no scores by these criteria", nullable = true) Integer scoresVersion,
        @Schema(examples = "21", nullable = true) Integer rank, @Schema(examples = "63", nullable = true) Integer rankOf,
        @Schema(nullable = true) Integer rankYearBefore, @Schema(nullable = true) Integer rankOfYearBefore,
        @Schema(description = "The sum of all maxima", examples = "100") BigDecimal maximum, NewScores.Totals totals,
        @Schema(description = "The criteria that are no groups, the lowest share of the maximum first; those without a score last") List<CriterionView> criteria)
        implements
            Versioned {

    @Schema(name = "IndexCriterionInYear")
    record CriterionView(@Schema(examples = "1.2") String code, String name, @Schema(nullable = true) String parent,
            ScoresOfCriterion scores,
            @Schema(description = "By the same code; null if the year before has no such criterion, or no scores", nullable = true) ScoresOfCriterion yearBefore,
            @Schema(description = "The improvement actions that answer it, which are tasks") List<TaskView> actions) {
    }

    @Schema(name = "ScoresOfCriterion")
    record ScoresOfCriterion(@Schema(examples = "8.5") BigDecimal maximum, @Schema(nullable = true) BigDecimal selfScore,
            @Schema(nullable = true) BigDecimal appraisedScore, @Schema(nullable = true) BigDecimal finalScore,
            @Schema(description = "The score that counts: the final one, otherwise the appraised one, otherwise the self-score", nullable = true) ScoreKind judgedBy,
            @Schema(description = "The score that counts in percent of the maximum, rounded half-up to two decimals; the order is that of the unrounded shares", examples = "91.18", nullable = true) BigDecimal percent) {

        private static final Comparator<ScoresOfCriterion> LOWEST_FIRST = ScoresOfCriterion::compareShares;

        static ScoresOfCriterion of(Criterion criterion, CriterionScore score) {
            ScoreKind judgedBy = score.judgedBy();
            return new ScoresOfCriterion(criterion.maximum(), score.selfScore(), score.appraisedScore(), score.finalScore(),
                    judgedBy, judgedBy == null ? null
                            : score.of(judgedBy).movePointRight(2).divide(criterion.maximum(), 2, RoundingMode.HALF_UP));
        }

        private BigDecimal judged() {
            return new CriterionScore(null, selfScore, appraisedScore, finalScore).of(judgedBy);
        }

        private int compareShares(ScoresOfCriterion other) {
            if (judgedBy == null || other.judgedBy == null) {
                return Boolean.compare(judgedBy == null, other.judgedBy == null);
            }
            return judged().multiply(other.maximum).compareTo(other.judged().multiply(maximum));
        }
    }

    /**
     * @param before the scores of the year before; null if there are none
     * @param setBefore the criteria by which those were given
     * @param actions the improvement actions, by criterion
     */
    static IndexYearView of(IndexYear of, IndexScores before, CriteriaSet setBefore, Map<String, List<TaskView>> actions) {
        IndexScores scores = of.scores();
        List<Criterion> scored = of.set().scored();
        List<CriterionView> criteria = scored.stream()
                .map(criterion -> new CriterionView(criterion.code(), criterion.name(), criterion.parent(),
                        ScoresOfCriterion.of(criterion, score(scores, criterion)),
                        before == null ? null
                                : setBefore.find(criterion.code())
                                        .map(earlier -> ScoresOfCriterion.of(earlier, score(before, earlier))).orElse(null),
                        actions.getOrDefault(criterion.code(), List.of())))
                .sorted(Comparator.comparing(CriterionView::scores, ScoresOfCriterion.LOWEST_FIRST)).toList();
        return new IndexYearView(of.revision(), of.index().code, of.index().name, of.index().nameEn, of.year(),
                of.set().version,
                scores == null ? null : scores.version, scores == null ? null : scores.rank,
                scores == null ? null : scores.rankOf, before == null ? null : before.rank,
                before == null ? null : before.rankOf, of.set().maximum(), totals(scores), criteria);
    }

    private static CriterionScore score(IndexScores scores, Criterion criterion) {
        return scores == null ? CriterionScore.none(criterion.code()) : scores.of(criterion.code());
    }

    private static NewScores.Totals totals(IndexScores scores) {
        List<CriterionScore> all = scores == null ? List.of() : scores.scores;
        return new NewScores.Totals(IndexScores.total(all.stream(), ScoreKind.SELF),
                IndexScores.total(all.stream(), ScoreKind.APPRAISED), IndexScores.total(all.stream(), ScoreKind.FINAL));
    }
}
