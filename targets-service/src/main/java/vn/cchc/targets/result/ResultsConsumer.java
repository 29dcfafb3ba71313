package vn.cchc.targets.result;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;

@ApplicationScoped
class ResultsConsumer {

    private final Inbox inbox;
    private final UnitResults units;
    private final SurveyResults surveys;

    ResultsConsumer(Inbox inbox, UnitResults units, SurveyResults surveys) {
        this.inbox = inbox;
        this.units = units;
        this.surveys = surveys;
    }

    @Incoming("unit-results")
    @Blocking
    CompletionStage<Void> onUnitResults(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, units);
    }

    @Incoming("survey-results")
    @Blocking
    CompletionStage<Void> onSurveyResults(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, surveys);
    }
}
