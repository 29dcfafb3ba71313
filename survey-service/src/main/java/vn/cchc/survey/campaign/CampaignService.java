package vn.cchc.survey.campaign;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Questionnaires;
import vn.cchc.survey.result.AnswerCounter;

/** Leads a campaign from its draft to its publication. */
@ApplicationScoped
@Transactional
class CampaignService {

    private final Campaigns campaigns;
    private final Questionnaires questionnaires;
    private final AnswerCounter counting;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    CampaignService(Campaigns campaigns, Questionnaires questionnaires, AnswerCounter counting, Outbox outbox, AuditTrail trail,
            Clock clock) {
        this.campaigns = campaigns;
        this.questionnaires = questionnaires;
        this.counting = counting;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    Campaign draft(NewCampaign wanted) {
        ViolationCollector violations = wanted.violations();
        Optional<Questionnaire> questionnaire = questionnaires.latest(wanted.questionnaire());
        violations.unless(!wanted.namesQuestionnaire() || questionnaire.isPresent(), "/questionnaire",
                SurveyProblem.UNKNOWN_QUESTIONNAIRE, String.valueOf(wanted.questionnaire()));
        violations.refuse();
        Campaign campaign = new Campaign(wanted, questionnaire.orElseThrow(), clock.instant());
        campaigns.persist(campaign);
        trail.created(campaign);
        return campaign;
    }

    Campaign open(UUID id) {
        Campaign campaign = asSeen(id);
        trail.change(campaign, "OPEN", () -> campaign.open(clock.instant()));
        return campaign;
    }

    Campaign close(UUID id) {
        Campaign campaign = asSeen(id);
        trail.change(campaign, "CLOSE", () -> campaign.close(counting.invited(id), clock.instant()));
        counting.count(id, campaign.questionnaire());
        return campaign;
    }

    Campaign publish(UUID id, String by) {
        Campaign campaign = asSeen(id);
        outbox.add(trail.change(campaign, "PUBLISH", () -> campaign.publish(by, clock.instant())));
        return campaign;
    }

    private Campaign asSeen(UUID id) {
        Campaign campaign = campaigns.requireForUpdate(id);
        trail.requireMatch(campaign, campaigns.view(campaign));
        return campaign;
    }
}
