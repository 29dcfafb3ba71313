package vn.cchc.messaging.inbox;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.ShutdownEvent;

/**
 * Whether the service is stopping. Quarkus says so before it closes anything, so what fails for want of a closed part fails
 * when this is already known.
 */
@ApplicationScoped
public class ShutdownState {

    private static final int FIRST = 1;

    private volatile boolean begun;

    void begin(@Observes @Priority(FIRST) ShutdownEvent stopped) {
        begun = true;
    }

    public boolean hasBegun() {
        return begun;
    }
}
