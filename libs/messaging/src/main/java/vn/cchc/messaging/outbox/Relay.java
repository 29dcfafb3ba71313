package vn.cchc.messaging.outbox;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import io.smallrye.config.WithDefault;
import vn.cchc.rest.start.SettingConverters.PositiveDuration;
import vn.cchc.rest.start.SettingConverters.PositiveInteger;

/**
 * Publishes the rows of the outbox in their order, and archives them after Kafka's commit. One relay per database is the
 * leader: it holds an advisory lock while its connection lives, and another one takes over afterwards, also when
 * PostgreSQL ends the session of a relay that hangs. Before a new leader reads anything, it fences its predecessor in
 * Kafka, which may wake up in the middle of a batch. A batch whose relay dies before it archives is sent again with the
 * same event ids; the {@link Inbox} of each reader applies it once.
 */
@ApplicationScoped
class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    @ConfigMapping(prefix = "cchc.relay")
    interface RelayConfig {
        /** The longest wait for a notification before the next poll. */
        @WithDefault("1s")
        @WithConverter(PositiveDuration.class)
        Duration pollInterval();

        /** The longest wait while transactions are open that wrote when the relay was busy. */
        @WithDefault("20ms")
        @WithConverter(PositiveDuration.class)
        Duration busyPoll();

        /** The pause after a failure of Kafka or the database; it doubles with each further failure. */
        @WithDefault("250ms")
        @WithConverter(PositiveDuration.class)
        Duration backOff();

        /** The longest pause after repeated failures. */
        @WithDefault("5s")
        @WithConverter(PositiveDuration.class)
        Duration backOffCeiling();

        /** The longest wait for a reply of Kafka, and for the acknowledgement of a batch. */
        @WithDefault("4s")
        @WithConverter(PositiveDuration.class)
        Duration publishTimeout();

        /** Events per transaction of Kafka. A commit takes as long as some hundred events. */
        @WithDefault("1000")
        @WithConverter(PositiveInteger.class)
        int batchSize();
    }

    private static final Duration SHUTDOWN_TIMEOUT = Duration.ofSeconds(5);

    private final DataSource database;
    private final EventPublisher publisher;
    private final RelayConfig config;
    private final RelayMetrics metrics;
    private final RelayLeadership leadership;
    private final Thread thread = new Thread(this, "outbox-relay");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private BackOff backOff;

    Relay(DataSource database, EventPublisher publisher, RelayConfig config, RelayMetrics metrics,
            RelayLeadership leadership) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.metrics = metrics;
        this.leadership = leadership;
        this.backOff = initialBackOff();
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        thread.join(SHUTDOWN_TIMEOUT.toMillis());
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try (OutboxTable outbox = new OutboxTable(database.getConnection()); publisher) {
                publish(outbox);
            } catch (SQLException | RuntimeException e) {
                // Any failure: without the relay no event would be published any more.
                LOG.warnf("Publishing of events failed, and is tried again: %s", e.getMessage());
                metrics.failed();
                leadership.lost();
                pause();
            }
        }
    }

    private void publish(OutboxTable outbox) throws SQLException {
        outbox.open(sessionTimeout());
        if (!awaitLeadership(outbox)) {
            return;
        }
        publisher.fencePredecessor();
        leadership.acquired();
        while (!isStopping()) {
            reportBacklog(outbox);
            drain(outbox);
            backOff = initialBackOff();
            idle(outbox);
        }
    }

    /** False if the service shuts down before. */
    private boolean awaitLeadership(OutboxTable outbox) throws SQLException {
        reportBacklog(outbox);
        while (!isStopping() && !outbox.acquireLeadership()) {
            backOff = initialBackOff();
            outbox.awaitNotification(config.pollInterval());
            reportBacklog(outbox);
        }
        return !isStopping();
    }

    private void idle(OutboxTable outbox) throws SQLException {
        Duration timeout = outbox.enableNotify() ? config.pollInterval() : config.busyPoll();
        // A commit before the notifications were enabled was not notified.
        if (outbox.isEmpty()) {
            outbox.awaitNotification(timeout);
        }
        outbox.disableNotify();
    }

    private void drain(OutboxTable outbox) throws SQLException {
        var batch = outbox.next(config.batchSize());
        while (!isStopping() && !batch.isEmpty()) {
            publisher.publish(batch);
            outbox.archive(batch);
            metrics.published(batch.size());
            reportBacklog(outbox);
            batch = outbox.next(config.batchSize());
        }
    }

    private void reportBacklog(OutboxTable outbox) throws SQLException {
        if (metrics.isDue()) {
            metrics.report(outbox.backlog());
        }
    }

    private void pause() {
        try {
            if (!stopping.await(backOff.pause().toMillis(), MILLISECONDS)) {
                backOff = backOff.longer();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private BackOff initialBackOff() {
        return new BackOff(config.backOff(), config.backOffCeiling());
    }

    /** Longer than the connection of a working relay is without traffic: while it waits for a notification, or for Kafka. */
    private Duration sessionTimeout() {
        return config.pollInterval().plus(config.publishTimeout().multipliedBy(2)).plusSeconds(2);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0 || Thread.currentThread().isInterrupted();
    }
}
