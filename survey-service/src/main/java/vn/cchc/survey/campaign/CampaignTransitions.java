package vn.cchc.survey.campaign;

import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.survey.result.AnswerCounter;
import vn.cchc.survey.result.SuppressionConfig;
import vn.cchc.survey.result.SurveyDesign;

/** Opens and closes campaigns, and counts the answers of closed ones. */
@ApplicationScoped
@Transactional
class CampaignTransitions {

    /** A million answers take a minute or two on a small machine under load. */
    private static final int COUNTING_TIMEOUT_SECONDS = 3_600;

    private final Campaigns campaigns;
    private final AnswerCounter counter;
    private final SuppressionConfig suppression;
    private final AuditTrail trail;
    private final Clock clock;

    CampaignTransitions(Campaigns campaigns, AnswerCounter counter, SuppressionConfig suppression, AuditTrail trail,
            Clock clock) {
        this.campaigns = campaigns;
        this.counter = counter;
        this.suppression = suppression;
        this.trail = trail;
        this.clock = clock;
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

    /** Few answers are counted in the same transaction, unless somebody reads the tables for long; others by {@link #count}. */
    private void close(Campaign campaign, ChangeContext context) {
        campaign.requireOpen();
        boolean counted = counter.isSmall(campaign.id()) && counter.tryCount(campaign.id(), design(campaign),
                answers -> trail.change(campaign, "CLOSE", context, () -> {
                    campaign.close(clock.instant());
                    campaign.complete(answers);
                }));
        if (!counted) {
            counter.requireKey(campaign.id());
            trail.change(campaign, "CLOSE", context, () -> campaign.close(clock.instant()));
        }
    }

    /** @return whether the answers of the closed campaign were counted: not if another replica does it, or has done it */
    @TransactionConfiguration(timeout = COUNTING_TIMEOUT_SECONDS)
    boolean count(UUID id, ChangeContext context) {
        if (!counter.tryLock(id)) {
            return false;
        }
        Campaign campaign = campaigns.require(id);
        if (!campaign.isCounting()) {
            return false;
        }
        counter.count(id, design(campaign),
                counted -> trail.change(campaign, "COUNT", context, () -> campaign.complete(counted)));
        return true;
    }

    private SurveyDesign design(Campaign campaign) {
        return campaign.design(suppression.minRespondents());
    }

    private Campaign lockForUpdate(UUID id, ChangeContext context) {
        Campaign campaign = campaigns.requireForUpdate(id);
        trail.requireMatch(campaign, context, () -> campaigns.view(campaign));
        return campaign;
    }
}
