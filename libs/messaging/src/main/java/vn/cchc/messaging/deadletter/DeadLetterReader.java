package vn.cchc.messaging.deadletter;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;
import vn.cchc.messaging.inbox.InboxTable;
import vn.cchc.messaging.inbox.TransientFailureRetry;

/** Puts before the operators what the service's channels have set aside. */
@ApplicationScoped
class DeadLetterReader {

    private final DeadLetters letters;
    private final InboxTable inbox;
    private final TransientFailureRetry patience;

    DeadLetterReader(DeadLetters letters, InboxTable inbox, TransientFailureRetry patience) {
        this.letters = letters;
        this.inbox = inbox;
        this.patience = patience;
    }

    @Incoming("dead-letters")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        List<IncomingDeadLetter> found = batch.getRecords().stream().map(DeadLetterReader::setAside).toList();
        patience.untilDone("Dead letters wait to be shown", () -> QuarkusTransaction.requiringNew().run(() -> {
            // A rebuild that is under way may be about to apply one of them.
            inbox.share();
            found.forEach(letters::add);
        }));
        return batch.ack();
    }

    private static IncomingDeadLetter setAside(KafkaRecord<String, byte[]> letter) {
        return IncomingDeadLetter.from(Inbox.message(letter));
    }
}
