package vn.cchc.survey.indicator;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.common.annotation.Blocking;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.delivery.Inbox;

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
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.once(message, IndicatorDefined.class, indicators::learn);
    }
}
