package vn.cchc.survey.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;

import org.junit.jupiter.api.Test;

import vn.cchc.survey.questionnaire.QuestionnaireFixture;
import vn.cchc.survey.result.ResultView.PartView;

class CampaignResultTest {

    private static final String PARENTS = "PRIMARY-PARENTS";
    private static final String PUPILS = "UPPER-SECONDARY-PUPILS";

    @Test
    void theIndexPoolsAllLevelsAndExcludesNotUsed() {
        var result = result(answerCount("OVERALL", 5, 20), answerCount("OVERALL", 4, 6), answerCount("OVERALL", 2, 5),
                answerCount("OVERALL", 0, 40),
                answerCount("EXPECTATION", 90, 31));

        assertThat(result.satisfaction()).isEqualTo(new Satisfaction(31, 26, 134, 31));
        assertThat(ResultView.of(result).satisfiedRate()).isEqualTo(new BigDecimal("83.87"));
        assertThat(ResultView.of(result).meanScore()).isEqualTo(new BigDecimal("4.32"));
    }

    @Test
    void partsFollowTheOrderOfTheQuestionnaire() {
        var view = ResultView
                .of(result(answerCount("RESULTS-1", 3, 10), answerCount("ACCESS-1", 4, 10), answerCount("ACCESS-2", 1, 10)));

        assertThat(view.topics()).extracting(PartView::code).containsExactly("ACCESS", "RESULTS");
        assertThat(view.topics()).extracting(PartView::satisfiedRate).containsExactly(new BigDecimal("50.00"),
                new BigDecimal("0.00"));
        assertThat(view.questions()).extracting(PartView::code).containsExactly("ACCESS-1", "ACCESS-2", "RESULTS-1", "OVERALL");
        assertThat(view.groups()).extracting(PartView::code).containsExactly(PARENTS, PUPILS);
    }

    @Test
    void aPartOfFewerThanFiveAnswersIsMarkedAndNotShown() {
        var view = ResultView.of(result(answerCount("ACCESS-1", 5, 5), answerCount("RESULTS-1", 5, 4)));

        assertThat(view.questions()).extracting(PartView::suppressed).containsExactly(false, true, true, true);
        assertThat(view.questions().get(2)).usingRecursiveComparison().ignoringFields("code", "name", "nameEn", "suppressed")
                .isEqualTo(new PartView(null, null, null, true, null, null, null, null));
        assertThat(view.answers()).isEqualTo(9);
    }

    @Test
    void manyAnswersOfFewPeopleAreNotShownEither() {
        var view = ResultView
                .of(result(new AnswerCount(PARENTS, "ACCESS-1", (short) 5, 4),
                        new AnswerCount(PARENTS, "ACCESS-2", (short) 5, 4),
                        new AnswerCount(PUPILS, "ACCESS-1", (short) 5, 5)));

        assertThat(view.groups()).extracting(PartView::suppressed).containsExactly(true, false);
    }

    @Test
    void theExpectationIsTheMeanOfItsPercentages() {
        var view = ResultView.of(result(answerCount("EXPECTATION", 100, 3), answerCount("EXPECTATION", 75, 3)));

        assertThat(view.expectation()).isEqualTo(new ResultView.ExpectationView(false, 6L, new BigDecimal("87.50")));
        assertThat(view.satisfiedRate()).isNull();
        assertThat(view.interval()).isNull();
    }

    @Test
    void fullySatisfiedRespondentsAreCounted() {
        var respondentCounts = List.of(new RespondentCount(PARENTS, 20, 18, 12), new RespondentCount("", 11, 11, 9));

        var view = ResultView.of(new CampaignResult(QuestionnaireFixture.education(), List.of(), respondentCounts, 40));

        assertThat(view.respondents()).isEqualTo(31);
        assertThat(view.comprehensive()).isEqualTo(new ResultView.ShareView(21, 29, new BigDecimal("72.41")));
        assertThat(view.responseRate()).isEqualTo(new ResultView.ShareView(31, 40, new BigDecimal("77.50")));
    }

    private static AnswerCount answerCount(String question, int value, long answers) {
        return new AnswerCount("", question, (short) value, answers);
    }

    private static CampaignResult result(AnswerCount... answerCounts) {
        return new CampaignResult(QuestionnaireFixture.education(), List.of(answerCounts), List.of(), 0);
    }
}
