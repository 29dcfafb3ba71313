package vn.cchc.messaging.inbox;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;

/**
 * Whether the service is shutting down. Quarkus fires the event before it closes anything, so a failure due to a closed
 * component occurs when this is already true.
 */
@ApplicationScoped
public class ShutdownState {

    private static final int FIRST = 1;

    private volatile boolean shuttingDown;

    void begin(@Observes @Priority(FIRST) ShutdownEvent stopped) {
        shuttingDown = true;
    }

    public boolean isShuttingDown() {
        return shuttingDown;
    }
}
