package vn.cchc.survey.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.change.SystemActor;

/** Opens campaigns on their first day, and closes them after their last one. */
@ApplicationScoped
class CampaignSchedule {

    private static final Logger LOG = Logger.getLogger(CampaignSchedule.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Campaigns campaigns;
    private final CampaignTransitions transitions;
    private final RelayLeadership leadership;
    private final SystemActor system;
    private final Clock clock;

    CampaignSchedule(Campaigns campaigns, CampaignTransitions transitions, RelayLeadership leadership, SystemActor system,
            Clock clock) {
        this.campaigns = campaigns;
        this.transitions = transitions;
        this.leadership = leadership;
        this.system = system;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "Campaigns cannot be opened and closed by their days", this::run);
    }

    private void run() {
        if (!leadership.isHeld()) {
            return;
        }
        LocalDate today = LocalDate.now(clock);
        List<UUID> opening = QuarkusTransaction.requiringNew().call(() -> campaigns.dueToOpen(today));
        List<UUID> closing = QuarkusTransaction.requiringNew().call(() -> campaigns.dueToClose(today));
        opening.forEach(id -> attempt(id, each -> transitions.openByDate(each, system.change())));
        closing.forEach(id -> attempt(id, each -> transitions.closeByDate(each, system.change())));
    }

    // One campaign that cannot be closed, such as after the loss of its key, does not keep the others open.
    private static void attempt(UUID id, Consumer<UUID> change) {
        try {
            change.accept(id);
        } catch (RuntimeException e) {
            LOG.warnf("The campaign %s cannot be opened or closed by its day: %s", id, e.getMessage());
        }
    }
}
