package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.ResultView.PartView;

class MethodTest {

    private static final Map<String, Integer> SATISFIED = Map.of("OVERALL", 5);
    private static final Map<String, Integer> DISSATISFIED = Map.of("OVERALL", 2);

    private final Questionnaire questionnaire = QuestionnaireFixture.education();

    // 10 very satisfied, 16 satisfied, 5 neutral: 26 of 31, and (50 + 64 + 15) ÷ 31.
    @Test
    void thePublishedCaseOf31RespondentsHolds() {
        ResultView view = ResultView.of(new Respondents().with(10, "", SATISFIED).with(16, "", Map.of("OVERALL", 4))
                .with(5, "", Map.of("OVERALL", 3)).result(questionnaire));

        assertThat(view.satisfiedRate()).isEqualTo(new BigDecimal("83.87"));
        assertThat(view.meanScore()).isEqualTo(new BigDecimal("4.16"));
    }

    // A: 10 of 10, B: 10 of 30. Pooled 20 of 40; of equal populations (1 + 1/3) ÷ 2 = 66.67 %.
    @Test
    void aStratumCountsAsMuchAsItHasPeople() {
        Respondents respondents = new Respondents().with(10, "A", SATISFIED).with(10, "B", SATISFIED).with(20, "B",
                DISSATISFIED);

        assertThat(rate(respondents, new Method(Aggregation.POOLED, Weighting.NONE))).isEqualTo(new BigDecimal("50.00"));
        assertThat(rate(respondents, new Method(Aggregation.POOLED, Weighting.POPULATION))).isEqualTo(new BigDecimal("66.67"));
        assertThat(rate(respondents, new Method(Aggregation.MEAN_OF_GROUPS, Weighting.NONE)))
                .isEqualTo(new BigDecimal("66.67"));
    }

    // OVERALL: 30 of 30, ACCESS-1: 0 of 10. Pooled 30 of 40, the mean of both is 50 %.
    @Test
    void aQuestionCountsOnceHoweverManyAnsweredIt() {
        Respondents respondents = new Respondents().with(20, "A", SATISFIED).with(10, "B", Map.of("OVERALL", 4, "ACCESS-1", 1));

        assertThat(rate(respondents, new Method(Aggregation.POOLED, Weighting.NONE))).isEqualTo(new BigDecimal("75.00"));
        assertThat(rate(respondents, new Method(Aggregation.MEAN_OF_ITEMS, Weighting.NONE))).isEqualTo(new BigDecimal("50.00"));
    }

    @Test
    void strataWithoutAnswersAreNotCoveredAndTheOthersStandForThem() {
        ResultView view = view(new Respondents().with(10, "A", SATISFIED),
                new Method(Aggregation.POOLED, Weighting.POPULATION));

        assertThat(view.satisfiedRate()).isEqualTo(new BigDecimal("100.00"));
        assertThat(view.coveredPopulation().percent()).isEqualTo(new BigDecimal("50.00"));
    }

    // A has 4 respondents, so it is hidden with B, and both count as one stratum: 14 of 24. Told apart, they would be 70.83 %.
    @Test
    void hiddenStrataArePooledSoThatTheIndexDoesNotTellThemApart() {
        ResultView view = view(new Respondents().with(4, "A", SATISFIED).with(10, "B", SATISFIED).with(10, "B", DISSATISFIED),
                new Method(Aggregation.POOLED, Weighting.POPULATION));

        assertThat(view.strata()).extracting(PartView::suppressed).containsOnly(true);
        assertThat(view.satisfiedRate()).isEqualTo(new BigDecimal("58.33"));
    }

    @Test
    void respondentsWithoutAGroupAreLeftOutOfAMeanOfGroupsUnlessSomeArePooled() {
        var method = new Method(Aggregation.MEAN_OF_GROUPS, Weighting.NONE);
        Respondents all = new Respondents().with(10, "A", SATISFIED).with(10, "B", DISSATISFIED).with(12, "", SATISFIED);
        Respondents pooled = new Respondents().with(4, "A", SATISFIED).with(10, "B", DISSATISFIED).with(12, "", SATISFIED);

        assertThat(view(all, method).leftOut()).isEqualTo(12);
        assertThat(view(all, method).satisfiedRate()).isEqualTo(new BigDecimal("50.00"));
        assertThat(view(pooled, method).leftOut()).isZero();
        assertThat(view(all, new Method(Aggregation.POOLED, Weighting.POPULATION)).leftOut()).isEqualTo(12);
        assertThat(view(all, Method.POOLED).leftOut()).isNull();
    }

    @Test
    void partsHaveTheirOwnFigures() {
        ResultView view = view(
                new Respondents().with(10, "A", Map.of("OVERALL", 5, "EXPECTATION", 80)).with(10, "B", DISSATISFIED)
                        .with(10, "B", Map.of("OVERALL", 4, "ACCESS-1", 4)),
                Method.POOLED);

        assertThat(view.units()).extracting(PartView::code).containsExactly("U1", "U2");
        assertThat(view.units()).extracting(PartView::satisfiedRate).containsExactly(new BigDecimal("100.00"),
                new BigDecimal("66.67"));
        assertThat(view.strata()).extracting(part -> part.fullySatisfied().percent()).containsExactly(new BigDecimal("100.00"),
                new BigDecimal("50.00"));
        assertThat(view.strata()).extracting(part -> part.expectation().percent()).containsExactly(new BigDecimal("80.00"),
                null);
        assertThat(view.strata()).extracting(part -> part.response().percent()).containsOnly(new BigDecimal("100.00"));
        assertThat(view.units()).allMatch(part -> part.interval() != null);
        assertThat(view.intervalMethod()).isEqualTo("WILSON_STRATIFIED_V1");
    }

    @Test
    void anIndexThatIsNoQuotientIsSentUnroundedAndNeverAboveItsValue() {
        var result = new Respondents().with(10, "A", SATISFIED).with(10, "B", SATISFIED).with(20, "B", DISSATISFIED)
                .result(RandomSurvey.design(questionnaire, new Method(Aggregation.POOLED, Weighting.POPULATION), "A G1 U1",
                        "B G2 U2"));

        assertThat(result.unroundedPercent()).contains(new BigDecimal("66.6666666666666666"));
        assertThat(new Respondents().with(10, "", SATISFIED).result(questionnaire).unroundedPercent()).isEmpty();
    }

    private BigDecimal rate(Respondents respondents, Method method) {
        return view(respondents, method).satisfiedRate();
    }

    private ResultView view(Respondents respondents, Method method) {
        return ResultView.of(respondents.result(RandomSurvey.design(questionnaire, method, "A G1 U1", "B G2 U2")));
    }
}
