package vn.cchc.messaging.inbox;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.faulttolerance.Retry;
import org.jboss.logging.Logger;

import vn.cchc.rest.database.SqlErrorClassifier;

/**
 * Tells an event that is wrong from a database that is away, or a table that is in use: the first is given up at once, the
 * others are waited for.
 */
@ApplicationScoped
public class TransientFailureRetry {

    private static final Logger LOG = Logger.getLogger(TransientFailureRetry.class);

    private final ShutdownState stop;

    TransientFailureRetry(ShutdownState stop) {
        this.stop = stop;
    }

    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 250, retryOn = Wait.class)
    public void untilDatabaseIsBack(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            // Whoever stops closes its own connections, and must not wait for them to come back.
            throw isTransient(e) ? new Wait(e) : e;
        }
    }

    /** For what must not be passed over, whatever keeps it from being done. */
    @Retry(maxRetries = -1, maxDuration = 0, delay = 500, jitter = 250, retryOn = Wait.class)
    public void untilDone(String otherwise, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            if (stop.hasBegun()) {
                throw new IllegalStateException(otherwise, e);
            }
            LOG.warnf("%s: %s", otherwise, e.getMessage());
            throw new Wait(e);
        }
    }

    public boolean isTransient(Throwable failure) {
        return !stop.hasBegun() && isOfWaiting(failure);
    }

    private static boolean isOfWaiting(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Wait) {
                return true;
            }
        }
        return SqlErrorClassifier.isTransient(failure);
    }

    public static class Wait extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Wait(Throwable cause) {
            super(cause);
        }

        public Wait(String reason) {
            super(reason, null, false, false);
        }
    }
}
