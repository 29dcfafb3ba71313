package vn.cchc.messaging.deadletter;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.messaging.inbox.Inbox;
import vn.cchc.messaging.inbox.InboxTable;
import vn.cchc.messaging.inbox.TransientFailureRetry;

/** Stores the dead letters of the service's channels for operators. */
@ApplicationScoped
class DeadLetterReader {

    private final DeadLetters letters;
    private final InboxTable inbox;
    private final TransientFailureRetry retry;

    DeadLetterReader(DeadLetters letters, InboxTable inbox, TransientFailureRetry retry) {
        this.letters = letters;
        this.inbox = inbox;
        this.retry = retry;
    }

    @Incoming("dead-letters")
    @Blocking
    CompletionStage<Void> store(KafkaRecordBatch<String, byte[]> batch) {
        List<IncomingDeadLetter> received = batch.getRecords().stream()
                .map(letter -> IncomingDeadLetter.from(Inbox.message(letter))).toList();
        retry.untilDone("Dead letters cannot be stored", () -> QuarkusTransaction.requiringNew().run(() -> {
            // A running rebuild may be about to apply one of them.
            inbox.lockShared();
            received.forEach(letters::add);
        }));
        return batch.ack();
    }
}
