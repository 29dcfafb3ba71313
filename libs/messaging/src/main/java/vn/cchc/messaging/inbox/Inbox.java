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

import io.opentelemetry.context.Context;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import vn.cchc.events.Event;
import vn.cchc.messaging.TraceParent;

/**
 * Applies each event once. The id of an applied event is stored in the transaction of the work, so a message that
 * arrives again, after a crash or from a relay that sent twice, has no effect. A batch is one transaction. If it fails,
 * each of its events has its own transaction, and a faulty event goes to the channel's dead letters; while the database
 * is away all events are retried.
 */
@ApplicationScoped
public class Inbox {

    private final InboxTable table;
    private final EntityManager database;
    private final TransientFailureRetry retry;
    private final AppliedEvents reports;

    Inbox(InboxTable table, EntityManager database, TransientFailureRetry retry, AppliedEvents reports) {
        this.table = table;
        this.database = database;
        this.retry = retry;
        this.reports = reports;
    }

    public <E extends Event> CompletionStage<Void> process(KafkaRecordBatch<String, byte[]> batch, ReadModel<E> model) {
        List<KafkaRecord<String, byte[]>> records = batch.getRecords();
        try {
            apply(records, model);
            return batch.ack();
        } catch (RuntimeException faultyBatch) {
            return processEach(records, model).thenCompose(done -> batch.ack());
        }
    }

    /** Applies an earlier dead letter in the current transaction, whatever the floor of its partition is now. */
    @Transactional(TxType.MANDATORY)
    public <E extends Event> void reprocess(ConsumerRecord<String, byte[]> message, ReadModel<E> model) {
        ReceivedEvent<E> received = ReceivedEvent.of(message, model.type());
        // An event that is being applied now may be newer, and is invisible until its commit.
        table.tryLockExclusive();
        if (table.markReprocessed(model.topic(), received)) {
            model.apply(received);
        }
    }

    private <E extends Event> CompletionStage<Void> processEach(List<KafkaRecord<String, byte[]>> records,
            ReadModel<E> model) {
        CompletionStage<Void> processed = completedFuture(null);
        for (KafkaRecord<String, byte[]> record : records) {
            try {
                apply(List.of(record), model);
            } catch (RuntimeException failure) {
                processed = processed.thenCompose(earlier -> record.nack(failure));
            }
        }
        return processed;
    }

    private <E extends Event> void apply(List<KafkaRecord<String, byte[]>> records, ReadModel<E> model) {
        List<Delivery<E>> deliveries = records.stream()
                .map(record -> new Delivery<>(ReceivedEvent.of(message(record), model.type()), TraceParent.of(record)))
                .toList();
        List<Delivery<E>> applied = retry.whileTransient(() -> QuarkusTransaction.requiringNew().call(() -> {
            table.lockShared();
            List<Delivery<E>> unprocessed = applyUnprocessed(deliveries, model);
            // A failure at the commit would have no reason.
            database.flush();
            return unprocessed;
        }));
        applied.forEach(each -> each.inTrace(() -> reports.report(each.received())));
    }

    private <E extends Event> List<Delivery<E>> applyUnprocessed(List<Delivery<E>> deliveries, ReadModel<E> model) {
        Set<UUID> ids = table.markProcessed(model.topic(), deliveries.stream().map(Delivery::received).toList());
        List<Delivery<E>> unprocessed = deliveries.stream().filter(each -> ids.remove(each.received().id())).toList();
        if (model instanceof BatchReadModel<E> together) {
            together.applyAll(unprocessed.stream().map(Delivery::received).toList());
        } else {
            unprocessed.forEach(each -> each.inTrace(() -> model.apply(each.received())));
        }
        return unprocessed;
    }

    /** @param trace the events of a batch come from different requests */
    private record Delivery<E extends Event>(ReceivedEvent<E> received, Context trace) {

        void inTrace(Runnable work) {
            trace.wrap(work).run();
        }
    }

    @SuppressWarnings("unchecked")
    public static ConsumerRecord<String, byte[]> message(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class).orElseThrow().getRecord();
    }
}
