package vn.cchc.survey.openlink;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.answer.Admission;
import vn.cchc.survey.answer.AnswerIntake;
import vn.cchc.survey.answer.AnswerReceived;
import vn.cchc.survey.answer.NewAnswer;
import vn.cchc.survey.answer.ValidatedAnswers;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.invitation.InvitationLookup;

/** Shows the pages of open links, and accepts their answers. */
@ApplicationScoped
public class OpenLinkIntake {

    private final OpenLinks links;
    private final InvitationLookup tokens;
    private final AnswerIntake intake;

    OpenLinkIntake(OpenLinks links, InvitationLookup tokens, AnswerIntake intake) {
        this.links = links;
        this.tokens = tokens;
        this.intake = intake;
    }

    /**
     * The token for a page that a link shows. Empty if there is no such link.
     *
     * @throws ProblemException if the link accepts no more answers
     */
    public Optional<OpenLinks.SignedToken> page(Campaign campaign, String link) {
        return links.page(campaign.id(), link);
    }

    /** @param signature of the token of the answer */
    public CompletionStage<AnswerReceived> receive(Campaign campaign, String link, String signature, NewAnswer given) {
        // First, because the closing deletes the key of the signature: a repetition gets the same reply.
        if (tokens.find(campaign.id(), given.token()).filter(InvitationLookup.Found::spent).isPresent()) {
            return CompletableFuture.completedFuture(new AnswerReceived(true));
        }
        if (!links.isGenuine(campaign.id(), link, new OpenLinks.SignedToken(given.token(), signature))) {
            throw new ProblemException(SurveyProblem.INVALID_INVITATION);
        }
        // Before it is counted: a refused answer must not use up the limits.
        ValidatedAnswers.of(given, campaign.questionnaire(), campaign.stratumCodes(), null);
        links.countAnswer(campaign.id(), link);
        return intake.receive(campaign.id(), given, new Admission(null));
    }
}
