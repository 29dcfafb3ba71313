package vn.cchc.targets.period;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;

@ApplicationScoped
class PeriodDefinedConsumer {

    private final Inbox inbox;
    private final Periods periods;

    PeriodDefinedConsumer(Inbox inbox, Periods periods) {
        this.inbox = inbox;
        this.periods = periods;
    }

    @Incoming("periods")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, periods);
    }
}
