package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often two questions were answered by the same respondent: exact sums from which the variance of any mean of questions
 * follows, in memory that does not grow with the respondents.
 */
final class QuestionProducts {

    /** The value of a respondent is the sum over questions of factor·(satisfied − quotient·answered). */
    record Coefficient(String question, BigDecimal factor, BigDecimal quotient) {
    }

    private final Map<String, Integer> index = new HashMap<>();
    private final long[][] answered;
    /** First question satisfied, second one answered. */
    private final long[][] mixed;
    private final long[][] satisfied;

    QuestionProducts(List<String> questions) {
        questions.forEach(question -> index.put(question, index.size()));
        this.answered = new long[index.size()][index.size()];
        this.mixed = new long[index.size()][index.size()];
        this.satisfied = new long[index.size()][index.size()];
    }

    /**
     * Adds a respondent.
     *
     * @param given indices of the questions that were answered at a level
     * @param isSatisfied by the index of the question
     */
    void add(int[] given, boolean[] isSatisfied) {
        for (int first : given) {
            for (int second : given) {
                answered[first][second]++;
                if (isSatisfied[first]) {
                    mixed[first][second]++;
                    satisfied[first][second] += isSatisfied[second] ? 1 : 0;
                }
            }
        }
    }

    BigDecimal sum(List<Coefficient> of) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Coefficient each : of) {
            int i = index.get(each.question());
            BigDecimal value = BigDecimal.valueOf(satisfied[i][i])
                    .subtract(each.quotient().multiply(BigDecimal.valueOf(answered[i][i])));
            sum = sum.add(each.factor().multiply(value));
        }
        return sum;
    }

    BigDecimal squares(List<Coefficient> of, MathContext precision) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Coefficient first : of) {
            for (Coefficient second : of) {
                sum = sum.add(first.factor().multiply(second.factor(), precision).multiply(product(first, second), precision));
            }
        }
        return sum;
    }

    private BigDecimal product(Coefficient first, Coefficient second) {
        int i = index.get(first.question());
        int j = index.get(second.question());
        return BigDecimal.valueOf(satisfied[i][j]).subtract(second.quotient().multiply(BigDecimal.valueOf(mixed[i][j])))
                .subtract(first.quotient().multiply(BigDecimal.valueOf(mixed[j][i])))
                .add(first.quotient().multiply(second.quotient()).multiply(BigDecimal.valueOf(answered[i][j])));
    }
}
