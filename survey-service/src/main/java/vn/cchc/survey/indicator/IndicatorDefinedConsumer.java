package vn.cchc.survey.indicator;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;

@ApplicationScoped
class IndicatorDefinedConsumer {

    private final Inbox inbox;
    private final Indicators indicators;

    IndicatorDefinedConsumer(Inbox inbox, Indicators indicators) {
        this.inbox = inbox;
        this.indicators = indicators;
    }

    @Incoming("indicators")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, indicators);
    }
}
