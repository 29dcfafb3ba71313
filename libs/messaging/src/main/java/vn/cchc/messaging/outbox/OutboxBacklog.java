package vn.cchc.messaging.outbox;

import java.time.Duration;
import java.time.Instant;

/** What waits in the outbox. {@code oldest} is null when nothing does. */
record OutboxBacklog(long waiting, Instant oldest) {

    static final OutboxBacklog NOTHING = new OutboxBacklog(0, null);

    Duration age(Instant now) {
        return oldest == null || now.isBefore(oldest) ? Duration.ZERO : Duration.between(oldest, now);
    }
}
