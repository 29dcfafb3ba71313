package vn.cchc.survey.campaign;

import java.time.Clock;
import java.util.Optional;
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

/** Creates, opens and closes campaigns. */
@ApplicationScoped
@Transactional
class CampaignService {

    private final Campaigns campaigns;
    private final Questionnaires questionnaires;
    private final AnswerCounter counter;
    private final AuditTrail trail;
    private final Clock clock;

    CampaignService(Campaigns campaigns, Questionnaires questionnaires, AnswerCounter counter, AuditTrail trail, Clock clock) {
        this.campaigns = campaigns;
        this.questionnaires = questionnaires;
        this.counter = counter;
        this.trail = trail;
        this.clock = clock;
    }

    Campaign draft(NewCampaign request, ChangeContext context) {
        ViolationCollector violations = request.violations();
        Optional<Questionnaire> questionnaire = questionnaires.latest(request.questionnaire());
        violations.require(!request.namesQuestionnaire() || questionnaire.isPresent(), "/questionnaire",
                SurveyProblem.UNKNOWN_QUESTIONNAIRE, String.valueOf(request.questionnaire()));
        violations.throwIfAny();
        Campaign campaign = new Campaign(request, questionnaire.orElseThrow(), clock.instant());
        campaigns.add(campaign);
        trail.created(campaign, context);
        return campaign;
    }

    Campaign open(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        trail.change(campaign, "OPEN", context, () -> campaign.open(clock.instant()));
        return campaign;
    }

    Campaign close(UUID id, ChangeContext context) {
        Campaign campaign = lockForUpdate(id, context);
        counter.lock();
        trail.change(campaign, "CLOSE", context, () -> campaign.close(counter.invited(id), clock.instant()));
        counter.count(id, campaign.questionnaire());
        return campaign;
    }

    private Campaign lockForUpdate(UUID id, ChangeContext context) {
        Campaign campaign = campaigns.requireForUpdate(id);
        trail.requireMatch(campaign, context, () -> campaigns.view(campaign));
        return campaign;
    }
}
