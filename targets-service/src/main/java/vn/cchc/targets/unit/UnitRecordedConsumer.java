package vn.cchc.targets.unit;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;

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
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, units);
    }
}
