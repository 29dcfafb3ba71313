package vn.cchc.survey.campaign;

import java.time.Clock;
import java.time.LocalDate;
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
import vn.cchc.survey.result.AnswerCounter;
import vn.cchc.survey.result.IndexVariances;
import vn.cchc.survey.result.Invited;
import vn.cchc.survey.result.SuppressionConfig;

/** Creates, changes, opens and closes campaigns. */
@ApplicationScoped
@Transactional
class CampaignService {

    private final Campaigns campaigns;
    private final Questionnaires questionnaires;
    private final AnswerCounter counter;
    private final SuppressionConfig suppression;
    private final AuditTrail trail;
    private final Clock clock;

    CampaignService(Campaigns campaigns, Questionnaires questionnaires, AnswerCounter counter, SuppressionConfig suppression,
            AuditTrail trail, Clock clock) {
        this.campaigns = campaigns;
        this.questionnaires = questionnaires;
        this.counter = counter;
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
        counter.lock();
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

    Campaign open(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        open(campaign, context);
        return campaign;
    }

    /** If its first day has come. */
    void openByDate(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        if (campaign.isDueToOpen(LocalDate.now(clock))) {
            open(campaign, context);
        }
    }

    private void open(Campaign campaign, ChangeContext context) {
        trail.change(campaign, "OPEN", context, () -> campaign.open(LocalDate.now(clock), clock.instant()));
    }

    Campaign close(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        close(campaign, context);
        return campaign;
    }

    /** If its last day is over. */
    void closeByDate(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        if (campaign.isDueToClose(LocalDate.now(clock))) {
            close(campaign, context);
        }
    }

    private void close(Campaign campaign, ChangeContext context) {
        campaign.requireOpen();
        counter.lock();
        Invited invited = counter.invited(campaign.id());
        Optional<IndexVariances> variances = counter.count(campaign.id(), campaign.design(suppression.minRespondents()));
        trail.change(campaign, "CLOSE", context, () -> campaign.close(invited, variances, clock.instant()));
    }

    private Campaign lockForUpdate(UUID id, ChangeContext context) {
        Campaign campaign = campaigns.requireForUpdate(id);
        trail.requireMatch(campaign, context, () -> campaigns.view(campaign));
        return campaign;
    }
}
