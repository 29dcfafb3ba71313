package vn.cchc.targets.history;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.Event;
import vn.cchc.messaging.EventFormat;
import vn.cchc.messaging.inbox.ReceivedEvent;

/** An event as it was received. The views of the schema {@code as_of} derive the earlier rows of a read model from it. */
@Entity
@Immutable
class RecordedEvent {

    @Id
    UUID id;
    String topic;
    Instant occurredAt;
    @JdbcTypeCode(SqlTypes.JSON)
    String data;

    protected RecordedEvent() {
    }

    RecordedEvent(ReceivedEvent<? extends Event> received) {
        this.id = received.id();
        this.topic = received.event().topic();
        this.occurredAt = received.occurredAt();
        this.data = EventFormat.write(received.event());
    }
}
