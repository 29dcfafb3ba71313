package vn.cchc.messaging.inbox;

import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

import vn.cchc.rest.database.SqlErrorClassifier;

/** Retries work after a transient failure (the database is away, a table is in use), but not after a faulty event. */
@ApplicationScoped
public class TransientFailureRetry {

    private static final Logger LOG = Logger.getLogger(TransientFailureRetry.class);

    private final ShutdownState shutdown;

    TransientFailureRetry(ShutdownState shutdown) {
        this.shutdown = shutdown;
    }

    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 250, retryOn = RetryableException.class)
    public <T> T whileTransient(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            // A service that shuts down closes its own connections, and must not wait for them.
            throw isTransient(e) ? new RetryableException(e) : e;
        }
    }

    /** Retries after every failure, for work that must not be skipped. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 250, retryOn = RetryableException.class)
    public void untilDone(String failure, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (shutdown.isShuttingDown()) {
                throw new IllegalStateException(failure, e);
            }
            LOG.warnf("%s: %s", failure, e.getMessage());
            throw new RetryableException(e);
        }
    }

    public boolean isTransient(Throwable failure) {
        return !shutdown.isShuttingDown() && isRetryable(failure);
    }

    private static boolean isRetryable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetryableException) {
                return true;
            }
        }
        return SqlErrorClassifier.isTransient(failure);
    }
}
