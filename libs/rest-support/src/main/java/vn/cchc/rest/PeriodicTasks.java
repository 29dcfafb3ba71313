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

/** What a service does by itself again and again until it stops. A failure is not the end of it. */
@ApplicationScoped
public class PeriodicTasks {

    private static final Logger LOG = Logger.getLogger(PeriodicTasks.class);

    private final ScheduledExecutorService executor;
    private final Queue<Future<?>> all = new ConcurrentLinkedQueue<>();

    PeriodicTasks(ScheduledExecutorService executor) {
        this.executor = executor;
    }

    /**
     * @param pause from the start, and from the end of one time to the next
     * @param otherwise what is the case while it fails, for the log
     */
    public void every(Duration pause, String otherwise, Runnable work) {
        all.add(executor.scheduleWithFixedDelay(() -> {
            try {
                work.run();
            } catch (RuntimeException e) {
                LOG.warnf("%s: %s", otherwise, e.getMessage());
            }
        }, pause.toMillis(), pause.toMillis(), MILLISECONDS));
    }

    void stop(@Observes ShutdownEvent stopped) {
        all.forEach(work -> work.cancel(true));
    }
}
