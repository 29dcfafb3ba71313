package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.stratum.Stratum;

class IntervalTest {

    private static final Interval OF_31_PEOPLE = new Interval(new BigDecimal("67.37"), new BigDecimal("92.91"));

    private final Questionnaire questionnaire = QuestionnaireFixture.withQuestions(16);

    // Checked against the formula of Wilson (1927) in double precision.
    @ParameterizedTest
    @CsvSource({ "26, 31, 67.37, 92.91", "0, 10, 0.00, 27.75", "10, 10, 72.25, 100.00", "1, 1, 20.65, 100.00",
            "81, 263, 25.53, 36.62", "900000, 1000000, 89.94, 90.06" })
    void theWilsonIntervalStaysWithin0And100Percent(long numerator, long denominator, BigDecimal lower, BigDecimal upper) {
        Interval interval = Interval.wilson(new Proportion(numerator, denominator), BigDecimal.valueOf(denominator));

        assertThat(interval).isEqualTo(new Interval(lower, upper));
    }

    @Test
    void thereIsNoIntervalWithoutAnswers() {
        assertThat(new Respondents().result(questionnaire).interval()).isNull();
    }

    @Test
    void sixteenEqualAnswersOfEachOf31PeopleCountAs31PeopleNotAs496Answers() {
        var result = new Respondents().with(26, "", levels(16, 0)).with(5, "", levels(0, 16)).result(questionnaire);

        assertThat(result.satisfaction().rate()).isEqualTo(new Proportion(416, 496));
        assertThat(result.interval()).isEqualTo(OF_31_PEOPLE);
    }

    @Test
    void oneAnswerOfEachPersonGivesThePlainWilsonInterval() {
        var result = new Respondents().with(26, "", levels(1, 0)).with(5, "", levels(0, 1)).result(questionnaire);

        assertThat(result.interval()).isEqualTo(OF_31_PEOPLE);
    }

    @Test
    void answersThatDifferWithinEachPersonNarrowTheInterval() {
        var result = new Respondents().with(16, "", levels(14, 2)).with(15, "", levels(12, 4)).result(questionnaire);

        assertThat(result.interval().lower()).isGreaterThan(OF_31_PEOPLE.lower());
        assertThat(result.interval().upper()).isLessThan(OF_31_PEOPLE.upper());
    }

    // p = 250/400, Σ(s − p·m)² = 20·3.5² = 245, n = p·(1 − p)·400² ÷ 245 = 7500/49
    @Test
    void theEffectiveSampleFollowsTheVarianceBetweenRespondents() {
        var result = new Respondents().with(10, "", levels(16, 4)).with(10, "", levels(9, 11))
                .result(QuestionnaireFixture.withQuestions(20));

        assertThat(EffectiveSample.size(result.satisfaction().rate(), result.respondents()))
                .isEqualTo(new BigDecimal(7500).divide(new BigDecimal(49), MathContext.DECIMAL128));
    }

    @Test
    void hiddenStrataOfWhichEverybodyAnsweredAreCertain() {
        var strata = Stream.of("A", "B", "C").map(code -> new Stratum(code, code, code, null, null, null,
                code.equals("C") ? 20L : 4L)).toList();
        var design = new SurveyDesign(QuestionnaireFixture.service(), strata, true,
                new Method(Aggregation.POOLED, Weighting.POPULATION), 5);
        var respondents = new Respondents();
        strata.forEach(each -> respondents.with((int) (each.population() / 2), each.code(), Map.of("OVERALL", 5))
                .with((int) (each.population() / 2), each.code(), Map.of("OVERALL", 2)));

        var result = respondents.result(design);

        assertThat(result.suppressedStrata().strata()).contains("A", "B").doesNotContain("C");
        assertThat(result.interval()).isEqualTo(new Interval(new BigDecimal("50.00"), new BigDecimal("50.00")));
    }

    @Test
    void anIndexOf100PercentIsNotCertainBecauseThoseWhoDifferStandForNobody() {
        var people = new RespondentCount("", 20, 20, 10, 10, 20, 10, 10);

        assertThat(Interval.of(Fraction.ONE, BigDecimal.ZERO, people))
                .isEqualTo(Interval.wilson(new Proportion(20, 20), BigDecimal.valueOf(20)));
    }

    @Test
    void whereFewerThanFivePeopleDeviateEqualAnswersWithinEachPersonAreAssumed() {
        var result = new Respondents().with(30, "", levels(16, 0)).with(1, "", levels(15, 1)).result(questionnaire);

        assertThat(result.interval())
                .isEqualTo(Interval.wilson(result.satisfaction().rate(), BigDecimal.valueOf(31)));
    }

    private static Map<String, Integer> levels(int satisfied, int dissatisfied) {
        Map<String, Integer> levels = new HashMap<>();
        for (int i = 0; i < satisfied + dissatisfied; i++) {
            levels.put("Q-" + i, i < satisfied ? 5 : 2);
        }
        return levels;
    }
}
