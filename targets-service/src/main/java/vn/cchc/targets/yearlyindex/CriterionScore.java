package vn.cchc.targets.yearlyindex;

import java.math.BigDecimal;

import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Percent;

/** The scores of one criterion. Each of them comes at its own time. */
@Schema(description = "The scores of a criterion; null while one is not known")
record CriterionScore(
        @NotNull @Pattern(regexp = Criterion.CODE) @Schema(description = "Code of a criterion that is no group", examples = "1.2") String criterion,
        @PositiveOrZero @Digits(integer = 6, fraction = 4) @Schema(description = "By the province itself (tự chấm)", examples = "8.5", nullable = true) BigDecimal selfScore,
        @PositiveOrZero @Digits(integer = 6, fraction = 4) @Schema(description = "By those who appraise (thẩm định)", examples = "7.75", nullable = true) BigDecimal appraisedScore,
        @PositiveOrZero @Digits(integer = 6, fraction = 4) @Schema(description = "As published (kết quả)", examples = "7.75", nullable = true) BigDecimal finalScore) {

    CriterionScore {
        selfScore = plain(selfScore);
        appraisedScore = plain(appraisedScore);
        finalScore = plain(finalScore);
    }

    static CriterionScore none(String criterion) {
        return new CriterionScore(criterion, null, null, null);
    }

    BigDecimal of(ScoreKind kind) {
        return switch (kind) {
            case SELF -> selfScore;
            case APPRAISED -> appraisedScore;
            case FINAL -> finalScore;
        };
    }

    /** The last kind of score that is known; null if none is. */
    ScoreKind judgedBy() {
        if (finalScore != null) {
            return ScoreKind.FINAL;
        }
        if (appraisedScore != null) {
            return ScoreKind.APPRAISED;
        }
        return selfScore == null ? null : ScoreKind.SELF;
    }

    private static BigDecimal plain(BigDecimal score) {
        return score == null ? null : Percent.plain(score);
    }
}
