package vn.cchc.messaging.deadletter;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * The events of open and dismissed dead letters. They are found by their ids, because an event that is published again has
 * another position; those without an id are found by their positions.
 */
public final class UnappliedEvents {

    private final Set<UUID> ids = new HashSet<>();
    private final Set<RecordPosition> positions = new HashSet<>();

    private UnappliedEvents() {
    }

    static UnappliedEvents of(List<DeadLetter> letters) {
        UnappliedEvents events = new UnappliedEvents();
        letters.forEach(events::add);
        return events;
    }

    private void add(DeadLetter letter) {
        if (letter.eventId == null) {
            positions.add(new RecordPosition(letter.sourceTopic, letter.sourcePartition, letter.sourceOffset));
        } else {
            ids.add(letter.eventId);
        }
    }

    public boolean contains(ConsumerRecord<String, byte[]> message) {
        UUID id = IncomingDeadLetter.eventId(message);
        return id == null ? positions.contains(RecordPosition.of(message)) : ids.contains(id);
    }
}
