package vn.cchc.rest;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;

/** Runs background tasks periodically until the service stops. A task that fails runs again. */
@ApplicationScoped
public class PeriodicTasks {

    private static final Logger LOG = Logger.getLogger(PeriodicTasks.class);

    private final ScheduledExecutorService executor;
    private final Queue<Future<?>> tasks = new ConcurrentLinkedQueue<>();
    private volatile boolean stopping;

    PeriodicTasks(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /**
     * @param pause delay before the first run and between two runs
     * @param failure log message for a failed run
     */
    public void every(Duration pause, String failure, Runnable task) {
        tasks.add(executor.scheduleWithFixedDelay(() -> {
            try {
                task.run();
            } catch (RuntimeException e) {
                // A run that is interrupted by the end of the service is no failure.
                if (!stopping) {
                    LOG.warnf("%s: %s", failure, e.getMessage());
                }
            }
        }, pause.toMillis(), pause.toMillis(), MILLISECONDS));
    }

    void stop(@Observes ShutdownEvent stopped) {
        stopping = true;
        tasks.forEach(task -> task.cancel(true));
    }
}
