package vn.cchc.messaging.inbox;

import static java.util.concurrent.CompletableFuture.completedFuture;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import vn.cchc.events.Event;

/**
 * Applies each event once. That an event was applied is written in the transaction of the work, so a message which comes
 * again, after a crash or from a relay that sent twice, changes nothing. A batch is one transaction. Where that fails, each of
 * its events has one of its own, and the one that is at fault goes to the channel's dead letters; while the database is away
 * all are tried until it is back.
 */
@ApplicationScoped
public class Inbox {

    private final InboxTable table;
    private final EntityManager database;
    private final TransientFailureRetry patience;

    Inbox(InboxTable table, EntityManager database, TransientFailureRetry patience) {
        this.table = table;
        this.database = database;
        this.patience = patience;
    }

    public <E extends Event> CompletionStage<Void> take(KafkaRecordBatch<String, byte[]> batch, ReadModel<E> model) {
        List<KafkaRecord<String, byte[]>> records = batch.getRecords();
        try {
            apply(records, model);
            return batch.ack();
        } catch (RuntimeException someAreAtFault) {
            return takeEach(records, model).thenCompose(settled -> batch.ack());
        }
    }

    /** Applies one that could not be applied when it came, in the transaction that is under way: wherever its floor is now. */
    @Transactional(TxType.MANDATORY)
    public <E extends Event> void reprocess(ConsumerRecord<String, byte[]> message, ReadModel<E> model) {
        ReceivedEvent<E> arrival = ReceivedEvent.of(message, model.type());
        // What is being applied just now may be newer, and is not seen before it is committed.
        table.tryLockExclusive();
        if (table.reenter(model.topic(), arrival)) {
            model.learn(arrival.event());
        }
    }

    private <E extends Event> CompletionStage<Void> takeEach(List<KafkaRecord<String, byte[]>> records, ReadModel<E> model) {
        CompletionStage<Void> settled = completedFuture(null);
        for (KafkaRecord<String, byte[]> record : records) {
            try {
                apply(List.of(record), model);
            } catch (RuntimeException fault) {
                settled = settled.thenCompose(others -> record.nack(fault));
            }
        }
        return settled;
    }

    private <E extends Event> void apply(List<KafkaRecord<String, byte[]>> records, ReadModel<E> model) {
        List<ReceivedEvent<E>> arrivals = records.stream().map(record -> ReceivedEvent.of(message(record), model.type()))
                .toList();
        patience.untilDatabaseIsBack(() -> QuarkusTransaction.requiringNew().run(() -> {
            table.share();
            learnFirst(arrivals, model);
            // What the database refuses at the commit has no reason any more.
            database.flush();
        }));
    }

    private <E extends Event> void learnFirst(List<ReceivedEvent<E>> arrivals, ReadModel<E> model) {
        Set<UUID> first = table.enter(model.topic(), arrivals);
        for (ReceivedEvent<E> arrival : arrivals) {
            if (first.remove(arrival.id())) {
                model.learn(arrival.event());
            }
        }
    }

    @SuppressWarnings("unchecked")
    public static ConsumerRecord<String, byte[]> message(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
    }
}
