package vn.cchc.targets.report;

import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;

@ApplicationScoped
class ReportStatusChangedConsumer {

    private final Inbox inbox;
    private final ReportStatuses statuses;

    ReportStatusChangedConsumer(Inbox inbox, ReportStatuses statuses) {
        this.inbox = inbox;
        this.statuses = statuses;
    }

    @Incoming("reports")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        return inbox.process(batch, statuses);
    }
}
