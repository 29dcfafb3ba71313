package vn.cchc.messaging.deadletter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import vn.cchc.messaging.inbox.ReceivedEvent;

/**
 * The events of open and dismissed dead letters. They are found by their ids, because an event that is published again has
 * another position; those without an id are found by their positions.
 */
public final class UnappliedEvents {

    private final Set<UUID> ids = new HashSet<>();
    private final Set<RecordPosition> positions = new HashSet<>();

    private UnappliedEvents() {
    }

    /** @param event null if the id is unreadable */
    record Letter(UUID event, RecordPosition source) {
    }

    static UnappliedEvents of(List<Letter> letters) {
        UnappliedEvents events = new UnappliedEvents();
        letters.forEach(events::add);
        return events;
    }

    private void add(Letter letter) {
        if (letter.event() == null) {
            positions.add(letter.source());
        } else {
            ids.add(letter.event());
        }
    }

    public boolean contains(ConsumerRecord<String, byte[]> message) {
        return ReceivedEvent.id(message).map(ids::contains).orElseGet(() -> positions.contains(RecordPosition.of(message)));
    }
}
