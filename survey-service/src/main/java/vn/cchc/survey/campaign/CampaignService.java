package vn.cchc.survey.campaign;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Questionnaires;
import vn.cchc.survey.result.SuppressionConfig;

/** Creates, changes and deletes campaigns. */
@ApplicationScoped
@Transactional
class CampaignService {

    private final Campaigns campaigns;
    private final Questionnaires questionnaires;
    private final SuppressionConfig suppression;
    private final AuditTrail trail;
    private final Clock clock;

    CampaignService(Campaigns campaigns, Questionnaires questionnaires, SuppressionConfig suppression, AuditTrail trail,
            Clock clock) {
        this.campaigns = campaigns;
        this.questionnaires = questionnaires;
        this.suppression = suppression;
        this.trail = trail;
        this.clock = clock;
    }

    Campaign draft(NewCampaign request, ChangeContext context) {
        Campaign campaign = new Campaign(request, requireValid(request, Set.of()), clock.instant());
        campaigns.add(campaign);
        trail.created(campaign, context);
        return campaign;
    }

    Campaign edit(UUID id, NewCampaign request, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        campaign.requireDraft();
        Questionnaire questionnaire = requireValid(request, campaigns.invitedStrata(id));
        trail.change(campaign, "EDIT", context, () -> campaign.edit(request, questionnaire));
        return campaign;
    }

    /** @return the campaign as it was */
    Campaign delete(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        campaign.requireUnused(campaigns.hasInvitations(id));
        trail.change(campaign, "DELETE", context, () -> campaigns.remove(campaign));
        return campaign;
    }

    /** @return the questionnaire that it names */
    private Questionnaire requireValid(NewCampaign request, Set<String> invited) {
        ViolationCollector violations = request.violations(suppression.minRespondents());
        Optional<Questionnaire> questionnaire = questionnaires.latest(request.questionnaire());
        violations.require(!request.namesQuestionnaire() || questionnaire.isPresent(), "/questionnaire",
                SurveyProblem.UNKNOWN_QUESTIONNAIRE, String.valueOf(request.questionnaire()));
        questionnaire.ifPresent(found -> request.addViolations(violations, found, invited));
        violations.throwIfAny();
        return questionnaire.orElseThrow();
    }

    private Campaign lockForUpdate(UUID id, ChangeContext context) {
        Campaign campaign = campaigns.requireForUpdate(id);
        trail.requireMatch(campaign, context, () -> campaigns.view(campaign));
        return campaign;
    }
}
