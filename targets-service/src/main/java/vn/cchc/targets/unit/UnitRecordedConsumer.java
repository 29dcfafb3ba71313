package vn.cchc.targets.unit;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import vn.cchc.events.UnitRecorded;
import vn.cchc.events.delivery.Inbox;

@ApplicationScoped
class UnitRecordedConsumer {

    private final Inbox inbox;
    private final Units units;

    UnitRecordedConsumer(Inbox inbox, Units units) {
        this.inbox = inbox;
        this.units = units;
    }

    @Incoming("units")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.once(message, UnitRecorded.class, units::learn);
    }
}
