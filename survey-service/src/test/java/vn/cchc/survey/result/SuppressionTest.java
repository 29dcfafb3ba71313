package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.ResultView.PartView;

/** What a reader of a result can compute from the figures that are shown. */
class SuppressionTest {

    private static final int MIN_RESPONDENTS = 5;
    private static final String PARENTS = "PRIMARY-PARENTS";
    private static final String PUPILS = "UPPER-SECONDARY-PUPILS";
    private static final Map<String, Integer> SATISFIED = Map.of("OVERALL", 5);

    private final Questionnaire questionnaire = QuestionnaireFixture.education();

    @Test
    void ofFewerThanFiveRespondentsNothingIsShown() {
        ResultView view = view(new Respondents().with(4, PARENTS, SATISFIED));

        assertThat(view.suppressed()).isTrue();
        assertThat(view).extracting("respondents", "answers", "satisfied", "satisfiedRate", "meanScore", "interval",
                "fullySatisfied", "expectation", "responseRate").containsOnlyNulls();
        assertThat(view.topics()).isEmpty();
        assertThat(view.questions()).isEmpty();
        assertThat(view.groups()).isEmpty();
    }

    @Test
    void ofTotalNineWithGroupsOfFiveAndFourNeitherGroupIsShown() {
        ResultView view = view(new Respondents().with(5, PARENTS, SATISFIED).with(4, PUPILS, SATISFIED));

        assertThat(view.answers()).isEqualTo(9);
        assertThat(view.groups()).extracting(PartView::suppressed).containsExactly(true, true);
    }

    @Test
    void tenAnswersInOneGroupDoNotRevealTheOneInTheOther() {
        ResultView view = view(new Respondents().with(10, PARENTS, SATISFIED).with(1, PUPILS, SATISFIED));

        assertThat(view.groups()).extracting(PartView::suppressed).containsExactly(true, true);
    }

    @Test
    void theGroupsDoNotRevealTheOneRespondentWithoutAGroup() {
        ResultView view = view(
                new Respondents().with(10, PARENTS, SATISFIED).with(12, PUPILS, SATISFIED).with(1, "", SATISFIED));

        assertThat(view.groups()).extracting(PartView::suppressed).containsExactly(true, false);
    }

    @Test
    void theTopicsAndTheTotalDoNotRevealAQuestionThatFewAnswered() {
        ResultView view = view(new Respondents().with(20, PARENTS, Map.of("OVERALL", 5, "ACCESS-1", 4, "RESULTS-1", 4))
                .with(2, PARENTS, Map.of("OVERALL", 5, "ACCESS-2", 1)));

        assertThat(view.questions()).extracting(PartView::code).containsExactly("ACCESS-1", "ACCESS-2", "RESULTS-1", "OVERALL");
        assertThat(view.questions()).extracting(PartView::suppressed).containsExactly(true, true, false, false);
        assertThat(view.topics()).extracting(PartView::suppressed).containsExactly(false, false);
    }

    @Test
    void aTopicThatFewAnsweredIsNotTheDifferenceOfTheTotalAndTheOthers() {
        ResultView view = view(new Respondents().with(20, PARENTS, Map.of("OVERALL", 5, "ACCESS-1", 4, "ACCESS-2", 3))
                .with(2, PARENTS, Map.of("RESULTS-1", 1)));

        assertThat(view.topics()).filteredOn(PartView::suppressed).extracting(PartView::code).contains("RESULTS");
        assertThat(view.questions()).filteredOn(PartView::suppressed).hasSizeGreaterThan(1);
    }

    /** Strata, of groups and units that cross; topics, questions and expectations. */
    @Test
    void noSubtractionOfShownFiguresRevealsASuppressedOneOrFewerThanFiveRespondents() {
        int suppressed = 0;
        for (int seed = 0; seed < 1_000; seed++) {
            RandomSurvey survey = new RandomSurvey(new Random(seed));
            ResultView view = ResultView.of(survey.result(MIN_RESPONDENTS));
            if (!view.suppressed()) {
                assertThat(survey.revealed(view, MIN_RESPONDENTS)).as("seed %d", seed).isEmpty();
                suppressed += view.strata().stream().anyMatch(PartView::suppressed) ? 1 : 0;
            }
        }
        assertThat(suppressed).isGreaterThan(500);
    }

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void noRateOrIntervalOfATopicOrAQuestionRevealsTheAnswersOfFewerThanFiveRespondents(Aggregation aggregation) {
        int collapsed = 0;
        int apart = 0;
        for (int seed = 0; seed < 300; seed++) {
            RandomSurvey survey = new RandomSurvey(new Random(seed), new Method(aggregation, Weighting.POPULATION));
            CampaignResult result = survey.result(MIN_RESPONDENTS);
            ResultView view = ResultView.of(result);
            if (!view.suppressed()) {
                var blocks = result.collapsedStrata().blocks();
                assertThat(survey.revealedByBlocks(view, blocks, MIN_RESPONDENTS)).as("seed %d", seed).isEmpty();
                assertThat(view.questions()).filteredOn(part -> !part.suppressed() && part.answers() > 0)
                        .allMatch(part -> part.interval() != null);
                collapsed += result.collapsedStrata().strata().size() > result.suppressedStrata().strata().size() ? 1 : 0;
                apart += blocks.size() > 2 ? 1 : 0;
            }
        }
        assertThat(collapsed).isGreaterThan(30);
        assertThat(apart).isGreaterThan(10);
    }

    @ParameterizedTest
    @EnumSource(Aggregation.class)
    void ratesAndIntervalsOfTopicsAndQuestionsDependOnBlocksOfStrataAlone(Aggregation aggregation) {
        int compared = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomSurvey survey = new RandomSurvey(new Random(seed), new Method(aggregation, Weighting.POPULATION));
            CampaignResult result = survey.result(MIN_RESPONDENTS);
            var blocks = result.collapsedStrata().blocks();
            Optional<CampaignResult> exchanged = survey.exchanged(blocks).map(other -> other.result(MIN_RESPONDENTS))
                    .filter(other -> other.collapsedStrata().blocks().equals(blocks));
            if (exchanged.isPresent()) {
                assertThat(ResultView.of(exchanged.get())).as("seed %d", seed).extracting("topics", "questions")
                        .isEqualTo(List.of(ResultView.of(result).topics(), ResultView.of(result).questions()));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(50);
    }

    @Test
    void aStratumInTheCrossingOfGroupsAndUnitsIsNotTheDifferenceOfBoth() {
        // Hiding one more stratum of the group is not enough: the unit minus its other strata would show the small one.
        var design = RandomSurvey.design(questionnaire, Method.POOLED, "A G1 U1", "B G1 U2", "C G2 U1", "D G2 U2");

        ResultView view = ResultView.of(new Respondents().with(2, "A", SATISFIED).with(20, "B", SATISFIED)
                .with(30, "C", SATISFIED).with(40, "D", SATISFIED).result(design));

        assertThat(view.strata()).extracting(PartView::suppressed).containsOnly(true);
        assertThat(view.units()).extracting(PartView::suppressed).containsOnly(false);
    }

    @Test
    void largeStrataAreShown() {
        var design = RandomSurvey.design(questionnaire, Method.POOLED, "A G1 U1", "B G1 U2", "C G2 U1", "D G2 U2");

        ResultView view = ResultView.of(new Respondents().with(5, "A", SATISFIED).with(20, "B", SATISFIED)
                .with(30, "C", SATISFIED).with(40, "D", SATISFIED).result(design));

        assertThat(view.strata()).extracting(PartView::suppressed).containsOnly(false);
        assertThat(view.strata()).extracting(PartView::respondents).containsExactly(5L, 20L, 30L, 40L);
    }

    @Test
    void thePaperFormsDoNotTellHowManyOfTheFewWhoWereInvitedAnswered() {
        var design = RandomSurvey.design(questionnaire, Method.POOLED, "A G1 U1", "B G2 U2", "C G2 U2", "D G2 U2");
        var respondents = new Respondents().with(12, "A", SATISFIED).with(20, "B", SATISFIED).with(30, "C", SATISFIED)
                .with(50, "D", SATISFIED);

        ResultView view = ResultView.of(respondents.result(design, List.of(new Response("A", 3, 12, 2),
                new Response("B", 50, 20, 14), new Response("C", 60, 30, 20), new Response("D", 60, 50, 40))));

        assertThat(view.strata()).extracting(PartView::suppressed).containsOnly(false);
        assertThat(view.strata()).extracting(PartView::response).containsExactly(null, null, null,
                new ResultView.ResponseView(60, 40, 20, new BigDecimal("66.67")));
        assertThat(view.responseRate().numerator()).isEqualTo(76);
    }

    @Test
    void figuresThatRevealNobodyAreShown() {
        ResultView view = view(new Respondents().with(10, PARENTS, SATISFIED).with(10, PUPILS, SATISFIED));

        assertThat(view.groups()).extracting(PartView::suppressed).containsOnly(false);
        assertThat(view.questions()).extracting(PartView::suppressed).containsOnly(false);
    }

    private ResultView view(Respondents respondents) {
        return ResultView.of(respondents.result(questionnaire));
    }
}
