package vn.cchc.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cchc.survey.campaign.CampaignFixture.DAY;
import static vn.cchc.survey.campaign.CampaignFixture.MORNING;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import vn.cchc.events.SurveyResultPublished;
import vn.cchc.messaging.outbox.EventSample;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.AuditSnapshots;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.result.Aggregation;
import vn.cchc.survey.result.AnswerCount;
import vn.cchc.survey.result.CountedAnswers;
import vn.cchc.survey.result.IndexVariances;
import vn.cchc.survey.result.Invited;
import vn.cchc.survey.result.RespondentCount;

class CampaignTest {

    static final Consumer<Campaign> OPENING = campaign -> campaign.open(DAY, MORNING);
    static final Consumer<Campaign> CLOSING = campaign -> campaign.close(MORNING);
    static final Consumer<Campaign> PUBLICATION = campaign -> CampaignFixture.publish(campaign, 0, Optional.empty());

    static final List<Consumer<Campaign>> OF_COUNTED_ANSWERS = List.of(campaign -> campaign.result(5), PUBLICATION,
            Campaign::requireAnswers, Campaign::requireTexts);

    static final List<Arguments> OUT_OF_TURN = List.of(Arguments.of(CampaignFixture.open(), OPENING),
            Arguments.of(CampaignFixture.closed(), OPENING), Arguments.of(CampaignFixture.published(), OPENING),
            Arguments.of(CampaignFixture.draft(), CLOSING), Arguments.of(CampaignFixture.closed(), CLOSING),
            Arguments.of(CampaignFixture.published(), CLOSING), Arguments.of(CampaignFixture.draft(), PUBLICATION),
            Arguments.of(CampaignFixture.open(), PUBLICATION), Arguments.of(CampaignFixture.published(), PUBLICATION));

    @Test
    void aCampaignGoesFromDraftToOpenToClosedToPublished() {
        Campaign campaign = CampaignFixture.published();

        assertThat(campaign.state()).isEqualTo(CampaignState.PUBLISHED);
        assertThat(campaign.publishedBy).isEqualTo("surveyor");
    }

    @ParameterizedTest
    @FieldSource("OUT_OF_TURN")
    void eachStateFollowsOnlyThePreviousOne(Campaign campaign, Consumer<Campaign> step) {
        CampaignState before = campaign.state();

        assertThatThrownBy(() -> step.accept(campaign)).asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type).isEqualTo(SurveyProblem.WRONG_CAMPAIGN_STATE);
        assertThat(campaign.state()).isEqualTo(before);
    }

    @Test
    void withoutAnswersThereIsNothingToPublish() {
        Campaign campaign = CampaignFixture.closedWithoutAnswers();

        assertThatThrownBy(() -> PUBLICATION.accept(campaign))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type).isEqualTo(SurveyProblem.TOO_FEW_RESPONDENTS);
        assertThat(campaign.state()).isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void theResultOfFourRespondentsIsNotPublished() {
        Campaign campaign = CampaignFixture.closedWithoutAnswers();
        campaign.answerCounts.add(new AnswerCount("", "OVERALL", (short) 5, 4));
        campaign.respondentCounts.add(new RespondentCount("", 4, 4, 4, 0, 4, 4, 4));

        assertThatThrownBy(() -> PUBLICATION.accept(campaign)).isInstanceOf(ProblemException.class).extracting("type")
                .isEqualTo(SurveyProblem.TOO_FEW_RESPONDENTS);
    }

    @Test
    void aSecondResultForAnIndicatorAndYearRequiresADecision() {
        Campaign campaign = CampaignFixture.closed();

        assertThatThrownBy(() -> CampaignFixture.publish(campaign, 1, Optional.empty())).isInstanceOf(ProblemException.class)
                .extracting("type").isEqualTo(SurveyProblem.RESULT_ALREADY_PUBLISHED);
        assertThat(campaign.state()).isEqualTo(CampaignState.CLOSED);
    }

    @Test
    void aSecondResultByDecisionIsVersion2WithItsDecision() {
        Decision decision = new Decision("125/QĐ-SGDĐT", LocalDate.of(2026, 2, 3), "Giám đốc", "Khảo sát lại");

        SurveyResultPublished event = CampaignFixture.publish(CampaignFixture.closed(), 1, Optional.of(decision));

        assertThat(event.resultVersion()).isEqualTo(2);
        assertThat(event.decision()).isEqualTo(
                new SurveyResultPublished.Decision("125/QĐ-SGDĐT", LocalDate.of(2026, 2, 3), "Giám đốc", "Khảo sát lại"));
    }

    @Test
    void theFirstResultReplacesNothingAndHasNoDecision() {
        Decision decision = new Decision("125/QĐ-SGDĐT", LocalDate.of(2026, 2, 3), "Giám đốc", "Khảo sát lại");

        assertThatThrownBy(() -> CampaignFixture.publish(CampaignFixture.closed(), 0, Optional.of(decision)))
                .isInstanceOf(ProblemException.class).extracting("type").isEqualTo(SurveyProblem.DECISION_NOT_APPLICABLE);
    }

    @Test
    void anOpenCampaignHasNoResult() {
        assertThatThrownBy(() -> CampaignFixture.open().result(5))
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type).isEqualTo(SurveyProblem.RESULT_NOT_AVAILABLE);
    }

    @ParameterizedTest
    @FieldSource("OF_COUNTED_ANSWERS")
    void aCampaignWhoseAnswersAreBeingCountedIsClosedAndHasNoResult(Consumer<Campaign> use) {
        Campaign campaign = CampaignFixture.open();
        campaign.close(MORNING);

        assertThat(campaign.state()).isEqualTo(CampaignState.CLOSED);
        assertThat(campaign.isCounting()).isTrue();
        assertThat(campaign.closedAt()).isEqualTo(MORNING);
        assertThatThrownBy(() -> use.accept(campaign)).asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type).isEqualTo(SurveyProblem.ANSWERS_BEING_COUNTED);
    }

    @Test
    void theClosingIsNotLaterBecauseOfTheCounting() {
        Campaign campaign = CampaignFixture.open();
        campaign.close(MORNING);

        campaign.complete(new CountedAnswers(new Invited(0, 0), 5, Optional.empty()));

        assertThat(campaign.isCounting()).isFalse();
        assertThat(campaign.closedAt()).isEqualTo(MORNING);
    }

    /** An earlier release, which did not keep k for itself, kept it with the variances. */
    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void aResultIsSuppressedByTheKOfTheCountingAndHasItsIntervalAfterTheSettingsChanged(boolean byEarlierRelease) {
        Campaign campaign = CampaignFixture.closed();
        campaign.aggregation = Aggregation.MEAN_OF_ITEMS;
        campaign.indexVariances = new IndexVariances(1, 5, new BigDecimal("0.005"), null, null, null, null);
        if (byEarlierRelease) {
            campaign.countedSuppressBelow = null;
        }

        SurveyResultPublished event = CampaignFixture.publish(campaign, 0, Optional.empty(), 6);

        assertThat(event.intervalMethod()).isEqualTo("WILSON_LINEARIZED_V1");
        assertThat(event.lower()).isNotNull();
        assertThat(campaign.suppressBelow(6)).isEqualTo(5);
    }

    @Test
    void answersAreCountedOnce() {
        Campaign campaign = CampaignFixture.closed();

        assertThatThrownBy(() -> campaign.complete(new CountedAnswers(new Invited(0, 0), 5, Optional.empty())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void invitationsAreAllowedUntilTheClosing() {
        assertThatCode(() -> CampaignFixture.draft().requireAcceptsInvitations(DAY)).doesNotThrowAnyException();
        assertThatCode(() -> CampaignFixture.open().requireAcceptsInvitations(DAY)).doesNotThrowAnyException();
        assertThatThrownBy(() -> CampaignFixture.closed().requireAcceptsInvitations(DAY)).isInstanceOf(ProblemException.class);
    }

    /** The tests of the consumers read this sample. */
    @Test
    void theEventOfAPublicationEqualsTheSample() throws IOException {
        EventSample.requireMatch("survey-result-published", "survey",
                CampaignFixture.publish(CampaignFixture.closed(), 0, Optional.empty()));
    }

    @Test
    void theAuditedFieldsAreFrozen() {
        AuditSnapshots.requireVersion(3, CampaignFixture.published(), "id", "questionnaire", "questionnaireVersion",
                "indicator", "year", "title", "opensOn", "closesOn", "plannedSample", "state", "createdAt", "openedAt",
                "closedAt", "publishedAt", "resultVersion", "decision", "strata", "marginOfError", "modes", "minRespondents",
                "suppressBelow", "aggregation", "weighting", "resultHash", "counting");
        AuditSnapshots.requireFields(CampaignAuditSnapshotV2.class, "id", "questionnaire", "questionnaireVersion",
                "indicator", "year", "title", "opensOn", "closesOn", "plannedSample", "state", "createdAt", "openedAt",
                "closedAt", "publishedAt", "resultVersion", "decision", "strata", "marginOfError", "modes", "minRespondents",
                "suppressBelow", "aggregation", "weighting", "resultHash");
        AuditSnapshots.requireFields(CampaignAuditSnapshotV2.StratumV1.class, "code", "name", "nameEn", "group", "unit",
                "place",
                "population");
        AuditSnapshots.requireFields(CampaignAuditSnapshotV1.class, "id", "questionnaire", "questionnaireVersion",
                "indicator", "year", "title", "opensOn", "closesOn", "plannedSample", "state", "createdAt", "openedAt",
                "closedAt", "publishedAt", "resultVersion", "decision");
        AuditSnapshots.requireFields(CampaignAuditSnapshotV1.DecisionV1.class, "number", "date", "signer", "reason");
    }
}
