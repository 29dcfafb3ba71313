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
import io.smallrye.config.WithDefault;

/**
 * Publishes what stands in the outbox, in its order, and takes out what Kafka has committed. One relay per database is active
 * at a time: it holds an advisory lock for as long as its connection lives, and another takes over when that ends, be it
 * because PostgreSQL ends the session of a relay that hangs. Before it reads anything, the new one has Kafka shut out the old,
 * which may wake up in the middle of a batch and know of nothing.
 * A relay that dies between Kafka's commit and the removal leaves a batch that is sent again, with the same event ids; the
 * {@link Inbox} of each reader counts it once.
 */
@ApplicationScoped
class Relay implements Runnable {

    private static final Logger LOG = Logger.getLogger(Relay.class);

    @ConfigMapping(prefix = "cchc.relay")
    interface RelayConfig {
        /** The net under LISTEN/NOTIFY: how long to wait for a word from the database before looking anyway. */
        @WithDefault("1s")
        Duration pollInterval();

        /** The same while writers are under way that found the relay awake. */
        @WithDefault("20ms")
        Duration nap();

        /** How long to wait after a failure of Kafka or of the database; after each one more, twice as long. */
        @WithDefault("250ms")
        Duration backOff();

        @WithDefault("5s")
        Duration backOffCeiling();

        /** How long Kafka may take to answer, and to acknowledge a batch, until it is taken to be away. */
        @WithDefault("4s")
        Duration publishTimeout();

        /** One transaction of Kafka's, the end of which takes as long as some hundred events. */
        @WithDefault("1000")
        int batchSize();
    }

    private static final Duration SHUTDOWN = Duration.ofSeconds(5);

    private final DataSource database;
    private final EventPublisher publisher;
    private final RelayConfig config;
    private final RelayMetrics metrics;
    private final Thread thread = new Thread(this, "outbox-relay");
    private final CountDownLatch stopping = new CountDownLatch(1);
    private BackOff backOff;

    Relay(DataSource database, EventPublisher publisher, RelayConfig config, RelayMetrics metrics) {
        this.database = database;
        this.publisher = publisher;
        this.config = config;
        this.metrics = metrics;
        this.backOff = shortest();
    }

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopped) throws InterruptedException {
        stopping.countDown();
        thread.join(SHUTDOWN.toMillis());
    }

    @Override
    public void run() {
        while (!isStopping()) {
            try (OutboxTable outbox = new OutboxTable(database.getConnection()); publisher) {
                serve(outbox);
            } catch (SQLException | RuntimeException e) {
                // Whatever it was: a relay that ended would let events wait for ever.
                LOG.warnf("The relay publishes nothing for now: %s", e.getMessage());
                metrics.failed();
                pause();
            }
        }
    }

    private void serve(OutboxTable outbox) throws SQLException {
        outbox.open(silence());
        if (!isGivenLead(outbox)) {
            return;
        }
        publisher.lead();
        while (!isStopping()) {
            tell(outbox);
            drain(outbox);
            backOff = shortest();
            rest(outbox);
        }
    }

    /** Waits for it; false when the service stops before that. */
    private boolean isGivenLead(OutboxTable outbox) throws SQLException {
        tell(outbox);
        while (!isStopping() && !outbox.lead()) {
            backOff = shortest();
            outbox.awaitNotification(config.pollInterval());
            tell(outbox);
        }
        return !isStopping();
    }

    private void rest(OutboxTable outbox) throws SQLException {
        Duration rest = outbox.enableNotify() ? config.pollInterval() : config.nap();
        // What was committed before it was asleep, nobody tells of.
        if (outbox.isEmpty()) {
            outbox.awaitNotification(rest);
        }
        outbox.disableNotify();
    }

    private void drain(OutboxTable outbox) throws SQLException {
        var batch = outbox.first(config.batchSize());
        while (!isStopping() && !batch.isEmpty()) {
            publisher.publish(batch);
            outbox.remove(batch);
            metrics.published(batch.size());
            tell(outbox);
            batch = outbox.first(config.batchSize());
        }
    }

    private void tell(OutboxTable outbox) throws SQLException {
        if (metrics.isDue()) {
            metrics.waits(outbox.backlog());
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

    private BackOff shortest() {
        return new BackOff(config.backOff(), config.backOffCeiling());
    }

    /**
     * A little more than a relay that does not hang may leave its connection alone: while it waits for a word, or for Kafka.
     */
    private Duration silence() {
        return config.pollInterval().plus(config.publishTimeout().multipliedBy(2)).plusSeconds(2);
    }

    private boolean isStopping() {
        return stopping.getCount() == 0 || Thread.currentThread().isInterrupted();
    }
}
