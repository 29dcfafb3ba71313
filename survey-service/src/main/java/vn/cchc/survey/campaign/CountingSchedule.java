package vn.cchc.survey.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.change.SystemActor;
import vn.cchc.rest.database.SqlErrorClassifier;

/** Counts the answers of closed campaigns in the background. What did not succeed, or was interrupted, is done again. */
@ApplicationScoped
class CountingSchedule {

    private static final Logger LOG = Logger.getLogger(CountingSchedule.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    /** The work of an attempt that fails at its end is lost. */
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(10);

    private final Campaigns campaigns;
    private final CampaignTransitions transitions;
    private final RelayLeadership leadership;
    private final SystemActor system;
    private final Clock clock;
    /** Of the periodic task alone. */
    private Instant notBefore = Instant.MIN;

    CountingSchedule(Campaigns campaigns, CampaignTransitions transitions, RelayLeadership leadership, SystemActor system,
            Clock clock) {
        this.campaigns = campaigns;
        this.transitions = transitions;
        this.leadership = leadership;
        this.system = system;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "The answers of closed campaigns cannot be counted", this::run);
    }

    private void run() {
        if (leadership.isHeld() && !clock.instant().isBefore(notBefore)) {
            List<UUID> due = QuarkusTransaction.requiringNew().call(campaigns::dueToCount);
            due.forEach(this::attempt);
        }
    }

    /** One campaign whose answers cannot be counted, such as after the loss of its key, does not keep the others waiting. */
    private void attempt(UUID id) {
        try {
            long begun = System.nanoTime();
            if (transitions.count(id, system.change())) {
                LOG.infof("The answers of campaign %s were counted in %d ms", id, (System.nanoTime() - begun) / 1_000_000);
            }
        } catch (RuntimeException e) {
            notBefore = clock.instant().plus(PAUSE_AFTER_FAILURE);
            LOG.warnf("The answers of campaign %s cannot be counted now: %s", id, SqlErrorClassifier.describe(e));
        }
    }
}
