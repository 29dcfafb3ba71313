package vn.cchc.survey.openlink;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.answer.Admission;
import vn.cchc.survey.answer.AnswerIntake;
import vn.cchc.survey.answer.AnswerReceived;
import vn.cchc.survey.answer.NewAnswer;
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
        OpenLinks.SignedToken token = new OpenLinks.SignedToken(given.token(), signature);
        try {
            UUID found = links.linkOf(campaign.id(), link, token)
                    .orElseThrow(() -> new ProblemException(SurveyProblem.INVALID_INVITATION));
            return intake.receive(campaign.id(), given, new Admission(null, found));
        } catch (ProblemException refused) {
            // The closing deletes the key of the signature: a repetition gets the same reply also after it.
            if (tokens.find(campaign.id(), given.token()).filter(InvitationLookup.Found::spent).isPresent()) {
                return CompletableFuture.completedFuture(new AnswerReceived(true));
            }
            throw refused;
        }
    }
}
