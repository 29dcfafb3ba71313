package vn.cchc.survey.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static vn.cchc.survey.campaign.CampaignFixture.MORNING;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;

import vn.cchc.messaging.EventFormat;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;

class CampaignTest {

    static final Consumer<Campaign> OPENING = campaign -> campaign.open(MORNING);
    static final Consumer<Campaign> CLOSING = campaign -> campaign.close(0, MORNING);
    static final Consumer<Campaign> PUBLICATION = campaign -> campaign.publish("surveyor", MORNING);

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
    void anOpenCampaignHasNoResult() {
        assertThatThrownBy(() -> CampaignFixture.open().result())
                .asInstanceOf(InstanceOfAssertFactories.type(ProblemException.class))
                .extracting(ProblemException::type).isEqualTo(SurveyProblem.RESULT_NOT_AVAILABLE);
    }

    @Test
    void invitationsAreAllowedUntilTheClosing() {
        assertThatCode(() -> CampaignFixture.draft().requireAcceptsInvitations()).doesNotThrowAnyException();
        assertThatCode(() -> CampaignFixture.open().requireAcceptsInvitations()).doesNotThrowAnyException();
        assertThatThrownBy(() -> CampaignFixture.closed().requireAcceptsInvitations()).isInstanceOf(ProblemException.class);
    }

    /** The tests of the consumers read this sample; {@code -Dsamples=write} writes it again. */
    @Test
    void theEventOfAPublicationEqualsTheGoldenSample() throws IOException {
        String event = EventFormat.write(CampaignFixture.closed().publish("surveyor", MORNING));

        if ("write".equals(System.getProperty("samples"))) {
            Path samples = Files.createDirectories(Path.of("../libs/event-contracts/src/main/resources/samples"));
            Files.writeString(samples.resolve("survey-result-published.json"), event);
            return;
        }
        try (InputStream sample = getClass().getResourceAsStream("/samples/survey-result-published.json")) {
            assertThat(event).isEqualTo(new String(sample.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
