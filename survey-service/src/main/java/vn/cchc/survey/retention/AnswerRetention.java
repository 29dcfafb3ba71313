package vn.cchc.survey.retention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import org.hibernate.Session;
import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.audit.AuditTrail;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.change.SystemActor;
import vn.cchc.rest.database.SqlErrorClassifier;

/** Removes the single answers and the texts of closed campaigns after their retention. Counts and results are kept. */
@ApplicationScoped
class AnswerRetention {

    private static final Logger LOG = Logger.getLogger(AnswerRetention.class);

    private final Session database;
    private final RetentionConfig config;
    private final RelayLeadership leadership;
    private final AuditTrail trail;
    private final SystemActor system;
    private final Clock clock;

    AnswerRetention(Session database, RetentionConfig config, RelayLeadership leadership, AuditTrail trail, SystemActor system,
            Clock clock) {
        this.database = database;
        this.config = config;
        this.leadership = leadership;
        this.trail = trail;
        this.system = system;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(config.checkEvery(), "Answers were not removed after their retention", () -> {
            if (leadership.isHeld()) {
                removeDue();
            }
        });
    }

    @ActivateRequestContext
    void removeDue() {
        removeDue(RetainedContent.TEXTS, config.textsDays());
        removeDue(RetainedContent.ANSWERS, config.answersDays());
    }

    private void removeDue(RetainedContent content, int days) {
        Instant before = clock.instant().minus(Duration.ofDays(days));
        List<UUID> due = QuarkusTransaction.requiringNew().call(() -> database.createNativeQuery(
                "select id from campaign where closed_at is not null and coalesce(published_at, closed_at) <= :before and "
                        + content.removedAt() + " is null order by id",
                UUID.class).setParameter("before", before).getResultList());
        due.forEach(campaign -> removeOf(campaign, content));
    }

    /** Of a campaign that is being exported they are removed the next time. */
    private void removeOf(UUID campaign, RetainedContent content) {
        try {
            QuarkusTransaction.requiringNew().run(() -> remove(content, campaign));
        } catch (RuntimeException e) {
            LOG.warnf("The %s of campaign %s were not removed after their retention: %s", content.auditType(), campaign,
                    SqlErrorClassifier.describe(e));
        }
    }

    private void remove(RetainedContent content, UUID campaign) {
        int first = database.createNativeMutationQuery(
                "update campaign set " + content.removedAt() + " = :now where id = :id and " + content.removedAt() + " is null")
                .setParameter("now", clock.instant()).setParameter("id", campaign).executeUpdate();
        if (first == 0) {
            return;
        }
        long removed = database.createNativeQuery("select remove_answer_rows(:table, :id)", Long.class)
                .setParameter("table", content.table()).setParameter("id", campaign).getSingleResult();
        if (removed > 0) {
            StoredRows rows = new StoredRows(content, campaign, removed);
            trail.change(rows, "REMOVE", system.change(), rows::remove);
            LOG.infof("Removed %d rows (%s) of campaign %s after their retention", removed, content.auditType(), campaign);
        }
    }
}
