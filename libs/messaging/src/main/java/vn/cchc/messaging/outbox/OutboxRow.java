package vn.cchc.messaging.outbox;

import java.time.OffsetDateTime;
import java.util.UUID;

record OutboxRow(long position, UUID eventId, String topic, String key, String type, String data, OffsetDateTime occurredAt) {
}
