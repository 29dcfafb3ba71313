package vn.cchc.messaging.outbox;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Whether the relay of this replica is the leader. */
@ApplicationScoped
public class RelayLeadership {

    private volatile boolean held;

    RelayLeadership(MeterRegistry registry) {
        Gauge.builder("cchc.relay.leader", this, leadership -> leadership.held ? 1 : 0)
                .description("1 in the replica that publishes the events of its service").register(registry);
    }

    public boolean isHeld() {
        return held;
    }

    void acquired() {
        held = true;
    }

    void lost() {
        held = false;
    }
}
