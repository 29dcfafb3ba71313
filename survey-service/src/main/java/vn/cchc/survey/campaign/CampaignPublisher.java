package vn.cchc.survey.campaign;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.survey.result.SuppressionConfig;

/** Publishes the results of closed campaigns. */
@ApplicationScoped
class CampaignPublisher {

    private final Campaigns campaigns;
    private final PublishedResults published;
    private final SuppressionConfig suppression;
    private final Outbox outbox;
    private final AuditTrail trail;
    private final Clock clock;

    CampaignPublisher(Campaigns campaigns, PublishedResults published, SuppressionConfig suppression, Outbox outbox,
            AuditTrail trail, Clock clock) {
        this.campaigns = campaigns;
        this.published = published;
        this.suppression = suppression;
        this.outbox = outbox;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional
    Campaign publish(UUID id, Optional<Decision> decision, ChangeContext context) {
        campaigns.lockSeries();
        Campaign campaign = campaigns.requireForUpdate(id);
        trail.requireMatch(campaign, context, () -> campaigns.view(campaign));
        ResultSeries series = campaigns.seriesOf(campaign);
        Publication publication = trail.change(campaign, "PUBLISH", context,
                () -> campaign.publish(series, decision, suppression.minRespondents(), context.by(), clock.instant()));
        published.persist(new PublishedResult(id, publication.result()));
        publication.event().ifPresent(outbox::add);
        return campaign;
    }
}
