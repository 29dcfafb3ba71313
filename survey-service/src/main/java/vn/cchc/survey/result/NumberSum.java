package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.RoundingMode;

import jakarta.persistence.Embeddable;

/**
 * The numbers given to one question with the scale NUMBER in one group. Neither the lowest nor the highest is kept: they are
 * answers of single respondents.
 *
 * @param groupCode code of the group; empty for respondents without a group
 * @param question code of the question
 * @param answers how many numbers were given
 * @param total their sum
 */
@Embeddable
public record NumberSum(String groupCode, String question, long answers, long total) {

    /** Rounded half-up to two decimals; null without answers. */
    BigDecimal mean() {
        return answers == 0 ? null
                : BigDecimal.valueOf(total).divide(BigDecimal.valueOf(answers), 2, RoundingMode.HALF_UP);
    }

    NumberSum plus(NumberSum other) {
        return new NumberSum(groupCode, question, answers + other.answers, total + other.total);
    }
}
