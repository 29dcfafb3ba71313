package vn.cchc.survey.answer;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.house.problem.Refusal;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;

/** Takes answers: spends the invitation and keeps the answer in one transaction, with nothing that joins the two. */
@ApplicationScoped
class AnswerDesk {

    private final Campaigns campaigns;
    private final Invitations invitations;
    private final Answers answers;

    AnswerDesk(Campaigns campaigns, Invitations invitations, Answers answers) {
        this.campaigns = campaigns;
        this.invitations = invitations;
        this.answers = answers;
    }

    @Transactional
    void receive(UUID id, NewAnswer given) {
        // One refusal for every kind of wrong token: who guesses learns nothing.
        Campaign campaign = campaigns.findSteady(id).orElseThrow(() -> new Refusal(SurveyProblem.INVITATION_UNKNOWN));
        Invitation invitation = invitations.findAlone(id, given.invitation())
                .orElseThrow(() -> new Refusal(SurveyProblem.INVITATION_UNKNOWN));
        if (invitation.isSpent()) {
            return;
        }
        campaign.mustTakeAnswers();
        AnswerSheet sheet = AnswerSheet.of(given, campaign.questionnaire(), invitation.group());
        invitation.spend();
        answers.persist(new Answer(id, sheet));
    }
}
