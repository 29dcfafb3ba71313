package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.ResultView.PartView;

class CampaignResultTest {

    private static final String PARENTS = "PRIMARY-PARENTS";
    private static final String PUPILS = "UPPER-SECONDARY-PUPILS";

    /** Two interim results differ by twenty respondents, of whom few may have been asked such a question. */
    @Test
    void yesNoQuestionsAndNumbersAreShownAtTheEndOnly() {
        var design = new SurveyDesign(QuestionnaireFixture.everyScale(), List.of(), false, Method.POOLED, 5);
        var counts = new SurveyCounts(
                List.of(new AnswerCount("", "OVERALL", (short) 5, 20), new AnswerCount("", "ONLINE", (short) 1, 20)),
                List.of(new RespondentCount("", 20, 20, 20, 0, 20, 20, 20)), List.of(new NumberSum("", "VISITS", 20, 60)),
                List.of());

        ResultView interim = ResultView.of(CampaignResult.interim(design, counts));
        ResultView result = ResultView.of(
                new CampaignResult(design, counts, new Invited(20, 20), List.of(), Optional.empty()));

        assertThat(interim.satisfied()).isEqualTo(20);
        assertThat(interim.yesNo()).isEmpty();
        assertThat(interim.numbers()).isEmpty();
        assertThat(result.yesNo()).isNotEmpty();
        assertThat(result.numbers()).isNotEmpty();
    }

    @Test
    void theIndexPoolsAllLevelsAndExcludesNotUsed() {
        var result = result(new Respondents().with(20, "", Map.of("OVERALL", 5, "EXPECTATION", 90))
                .with(6, "", Map.of("OVERALL", 4)).with(5, "", Map.of("OVERALL", 2)).with(40, "", Map.of("OVERALL", 0)));

        assertThat(result.satisfaction()).isEqualTo(new Satisfaction(31, 26, 134, 31));
        assertThat(view(result).satisfiedRate()).isEqualTo(new BigDecimal("83.87"));
        assertThat(view(result).meanScore()).isEqualTo(new BigDecimal("4.32"));
        assertThat(view(result).intervalMethod()).isEqualTo("WILSON_CLUSTERED_V1");
    }

    @Test
    void aQuestionAndAGroupHaveTheIntervalOfTheirOwnRespondents() {
        var view = view(result(new Respondents().with(26, PARENTS, Map.of("OVERALL", 5)).with(5, PARENTS, Map.of("OVERALL", 2))
                .with(9, PUPILS, Map.of("ACCESS-1", 5))));

        var expected = new ResultView.IntervalView(new BigDecimal("67.37"), new BigDecimal("92.91"));
        assertThat(view.questions()).filteredOn(part -> part.code().equals("OVERALL")).extracting(PartView::interval)
                .containsExactly(expected);
        assertThat(view.groups()).filteredOn(part -> part.code().equals(PARENTS)).extracting(PartView::interval)
                .containsExactly(expected);
    }

    // Of 31, 26 are satisfied with all of ACCESS; the answers of each are equal, so they count as 31 people.
    @Test
    void aTopicHasTheIndexAndTheIntervalOfItsOwnRespondents() {
        var view = view(result(new Respondents().with(20, PARENTS, Map.of("ACCESS-1", 5, "ACCESS-2", 4, "OVERALL", 1))
                .with(6, PARENTS, Map.of("ACCESS-1", 5, "ACCESS-2", 0)).with(5, PARENTS, Map.of("ACCESS-1", 2, "ACCESS-2", 1))
                .with(9, PUPILS, Map.of("RESULTS-1", 5))));

        assertThat(view.topics()).extracting(PartView::fullySatisfied).containsExactly(
                new ResultView.ProportionView(26, 31, new BigDecimal("83.87")),
                new ResultView.ProportionView(9, 9, new BigDecimal("100.00")));
        assertThat(view.topics().get(0).answers()).isEqualTo(56);
        assertThat(view.topics().get(0).interval().lower()).isBetween(new BigDecimal("60"), new BigDecimal("70"));
        assertThat(view.questions()).extracting(PartView::fullySatisfied).containsOnlyNulls();
    }

    @Test
    void aTopicThatAnEarlierProgramCountedHasNoIntervalAndAQuestionHasOne() {
        var respondents = new Respondents().with(26, PARENTS, Map.of("ACCESS-1", 5, "ACCESS-2", 4)).with(5, PARENTS,
                Map.of("ACCESS-1", 2, "ACCESS-2", 1));

        var view = view(respondents.withoutTopics(QuestionnaireFixture.education()));

        assertThat(view.topics().get(0)).extracting(PartView::interval, PartView::fullySatisfied).containsOnlyNulls();
        assertThat(view.topics().get(0).satisfiedRate()).isEqualTo(new BigDecimal("83.87"));
        assertThat(view.questions().get(0).interval()).isNotNull();
    }

    @Test
    void partsFollowTheOrderOfTheQuestionnaire() {
        var view = view(result(new Respondents().with(10, "", Map.of("RESULTS-1", 3, "ACCESS-1", 4, "ACCESS-2", 1))));

        assertThat(view.topics()).extracting(PartView::code).containsExactly("ACCESS", "RESULTS");
        assertThat(view.topics()).extracting(PartView::satisfiedRate).containsExactly(new BigDecimal("50.00"),
                new BigDecimal("0.00"));
        assertThat(view.questions()).extracting(PartView::code).containsExactly("ACCESS-1", "ACCESS-2", "RESULTS-1", "OVERALL");
        assertThat(view.groups()).extracting(PartView::code).containsExactly(PARENTS, PUPILS);
    }

    @Test
    void aSuppressedPartHasNoFigures() {
        var view = view(
                result(new Respondents().with(10, PARENTS, Map.of("OVERALL", 5)).with(4, PUPILS, Map.of("OVERALL", 5))));

        assertThat(view.groups().get(1)).usingRecursiveComparison().ignoringFields("code", "name", "nameEn")
                .isEqualTo(PartView.suppressed(null, null, null));
    }

    @Test
    void manyAnswersOfFewRespondentsAreSuppressed() {
        var view = view(result(new Respondents().with(4, PARENTS, Map.of("ACCESS-1", 5, "ACCESS-2", 5))
                .with(5, PUPILS, Map.of("ACCESS-1", 5))));

        assertThat(view.groups()).extracting(PartView::suppressed).contains(true);
    }

    @Test
    void theExpectationIsTheMeanOfItsPercentages() {
        var view = view(result(new Respondents().with(3, "", Map.of("EXPECTATION", 100, "OVERALL", 5))
                .with(3, "", Map.of("EXPECTATION", 75, "OVERALL", 5))));

        assertThat(view.expectation()).isEqualTo(new ResultView.ExpectationView(false, 6L, new BigDecimal("87.50")));
    }

    @Test
    void fullySatisfiedRespondentsAreCounted() {
        var view = view(result(new Respondents().with(21, PARENTS, Map.of("OVERALL", 5, "ACCESS-1", 4))
                .with(8, "", Map.of("OVERALL", 5, "ACCESS-1", 3)).with(2, "", Map.of("OVERALL", 0))));

        assertThat(view.respondents()).isEqualTo(31);
        assertThat(view.fullySatisfied()).isEqualTo(new ResultView.ProportionView(21, 29, new BigDecimal("72.41")));
        assertThat(view.responseRate()).isEqualTo(new ResultView.ProportionView(31, 31, new BigDecimal("100.00")));
    }

    private static CampaignResult result(Respondents respondents) {
        return respondents.result(QuestionnaireFixture.education());
    }

    private static ResultView view(CampaignResult result) {
        return ResultView.of(result);
    }
}
