package vn.cchc.targets.result;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import vn.cchc.events.SurveyResultPublished;
import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.delivery.Inbox;

@ApplicationScoped
class ResultsConsumer {

    private final Inbox inbox;
    private final Results results;

    ResultsConsumer(Inbox inbox, Results results) {
        this.inbox = inbox;
        this.results = results;
    }

    @Incoming("unit-results")
    @Blocking
    void onUnitResult(ConsumerRecord<String, byte[]> message) {
        inbox.once(message, UnitResultAccepted.class, results::accept);
    }

    @Incoming("survey-results")
    @Blocking
    void onSurveyResult(ConsumerRecord<String, byte[]> message) {
        inbox.once(message, SurveyResultPublished.class, results::accept);
    }
}
