package vn.cchc.messaging.outbox;

import java.time.Duration;
import java.time.Instant;

/** The events that are not published yet. {@code oldest} is null for none. */
record OutboxBacklog(long waiting, Instant oldest) {

    static final OutboxBacklog NOTHING = new OutboxBacklog(0, null);

    Duration age(Instant now) {
        return oldest == null || now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
