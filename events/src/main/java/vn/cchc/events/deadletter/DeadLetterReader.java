package vn.cchc.events.deadletter;

import java.util.List;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import vn.cchc.events.inbox.Inbox;
import vn.cchc.events.inbox.InboxTable;
import vn.cchc.events.inbox.Patience;

/** Puts before the operators what the service's channels have set aside. */
@ApplicationScoped
class DeadLetterReader {

    private final DeadLetters letters;
    private final InboxTable inbox;
    private final Patience patience;

    DeadLetterReader(DeadLetters letters, InboxTable inbox, Patience patience) {
        this.letters = letters;
        this.inbox = inbox;
        this.patience = patience;
    }

    @Incoming("dead-letters")
    @Blocking
    CompletionStage<Void> on(KafkaRecordBatch<String, byte[]> batch) {
        List<SetAside> found = batch.getRecords().stream().map(DeadLetterReader::setAside).toList();
        patience.untilDone("Dead letters wait to be shown", () -> QuarkusTransaction.requiringNew().run(() -> {
            // A rebuild that is under way may be about to apply one of them.
            inbox.share();
            found.forEach(letters::add);
        }));
        return batch.ack();
    }

    private static SetAside setAside(KafkaRecord<String, byte[]> letter) {
        return SetAside.from(Inbox.message(letter));
    }
}
