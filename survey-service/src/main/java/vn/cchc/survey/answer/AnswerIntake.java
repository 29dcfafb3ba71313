package vn.cchc.survey.answer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;

/**
 * Accepts answers. The invitation is spent and the answer stored in one transaction, so that a crash loses neither and a retry
 * adds no second answer. The closing of the campaign rewrites both tables, so that nothing joins them afterwards.
 */
@ApplicationScoped
class AnswerIntake {

    private final Campaigns campaigns;
    private final Invitations invitations;
    private final Answers answers;

    AnswerIntake(Campaigns campaigns, Invitations invitations, Answers answers) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.answers = answers;
    }

    @Transactional
    void receive(UUID id, NewAnswer given) {
        // The same refusal for every kind of wrong token reveals nothing to a caller who guesses.
        Campaign campaign = campaigns.findForShare(id)
                .orElseThrow(() -> new ProblemException(SurveyProblem.INVALID_INVITATION));
        Invitation invitation = invitations.findForUpdate(id, given.invitation())
                .orElseThrow(() -> new ProblemException(SurveyProblem.INVALID_INVITATION));
        if (invitation.isSpent()) {
            return;
        }
        campaign.requireAcceptsAnswers();
        ValidatedAnswers validated = ValidatedAnswers.of(given, campaign.questionnaire(), invitation.group());
        invitation.spend();
        answers.persist(new Answer(id, validated));
    }
}
