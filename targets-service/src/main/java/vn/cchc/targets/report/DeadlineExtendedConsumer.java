package vn.cchc.targets.report;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;

@ApplicationScoped
class DeadlineExtendedConsumer {

    private final Inbox inbox;
    private final DeadlineExtensions extensions;

    DeadlineExtendedConsumer(Inbox inbox, DeadlineExtensions extensions) {
        this.inbox = inbox;
        this.extensions = extensions;
    }

    @Incoming("extensions")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, extensions);
    }
}
