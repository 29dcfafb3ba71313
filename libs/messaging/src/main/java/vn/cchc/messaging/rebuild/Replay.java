package vn.cchc.messaging.rebuild;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

import io.smallrye.common.annotation.Identifier;
import vn.cchc.events.Event;
import vn.cchc.messaging.deadletter.DeadLetters;
import vn.cchc.messaging.deadletter.UnappliedEvents;
import vn.cchc.messaging.inbox.InboxTable;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReadModels;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.rest.database.SqlErrorClassifier;

/**
 * Resets the read models and applies all events again, in the current transaction. The consumers wait for it. Open and
 * dismissed dead letters are skipped: a rebuild restores the same data, and the operator decides on further events.
 */
@ApplicationScoped
class Replay {

    private final InboxTable inbox;
    private final DeadLetters letters;
    private final EntityManager database;
    private final Map<String, Object> broker;
    private final ReadModels models;

    Replay(InboxTable inbox, DeadLetters letters, EntityManager database,
            @Identifier("default-kafka-broker") Map<String, Object> broker, ReadModels models) {
        this.inbox = inbox;
        this.letters = letters;
        this.database = database;
        this.broker = broker;
        this.models = models;
    }

    boolean tryBegin() {
        return inbox.tryLockRebuild();
    }

    void run(Consumer<RebuildProgress> listener) {
        inbox.lockExclusive();
        UnappliedEvents unapplied = letters.unapplied();
        Set<String> names = models.all().stream().map(ReadModel::topic).collect(Collectors.toSet());
        mark(names, unapplied);
        requireComplete(names);
        models.all().forEach(ReadModel::reset);
        apply(names, unapplied, listener);
        inbox.removeFloors();
    }

    private void mark(Set<String> names, UnappliedEvents unapplied) {
        try (TopicReader topics = new TopicReader(broker, names)) {
            while (!topics.isAtEnd()) {
                ConsumerRecords<String, byte[]> read = topics.next();
                names.forEach(topic -> inbox.markAgain(topic, byId(read.records(topic), unapplied)));
            }
        }
    }

    private static Map<UUID, ConsumerRecord<String, byte[]>> byId(Iterable<ConsumerRecord<String, byte[]>> messages,
            UnappliedEvents unapplied) {
        Map<UUID, ConsumerRecord<String, byte[]>> found = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : messages) {
            if (!unapplied.contains(message)) {
                ReceivedEvent.id(message).ifPresent(id -> found.put(id, message));
            }
        }
        return found;
    }

    private void apply(Set<String> names, UnappliedEvents unapplied, Consumer<RebuildProgress> listener) {
        try (TopicReader topics = new TopicReader(broker, names)) {
            RebuildProgress progress = new RebuildProgress(topics.total(), 0, 0);
            listener.accept(progress);
            while (!topics.isAtEnd()) {
                for (ConsumerRecord<String, byte[]> message : topics.next()) {
                    boolean applied = !unapplied.contains(message)
                            && apply(message, models.of(message.topic()).orElseThrow());
                    progress = applied ? progress : progress.withOneMoreSkipped();
                }
                database.flush();
                database.clear();
                progress = progress.withProcessed(topics.processed());
                listener.accept(progress);
            }
        }
    }

    /** A topic that Kafka has lost lacks events until their owner publishes them again. */
    private void requireComplete(Set<String> topics) {
        long missing = inbox.countNotMarkedAgain(topics);
        if (missing > 0) {
            throw new IllegalStateException(
                    "The topics no longer contain %d of the events that were applied before; their owners have to publish them again first"
                            .formatted(missing));
        }
    }

    private boolean apply(ConsumerRecord<String, byte[]> message, ReadModel<?> model) {
        try {
            applyOnce(message, model);
            return true;
        } catch (RuntimeException failure) {
            rethrowIfDatabaseFailure(failure);
            letters.reopen(message, failure);
            return false;
        }
    }

    private <E extends Event> void applyOnce(ConsumerRecord<String, byte[]> message, ReadModel<E> model) {
        ReceivedEvent<E> received = ReceivedEvent.of(message, model.type());
        if (!inbox.isMarked(model.topic(), received)) {
            return;
        }
        try {
            model.apply(received);
        } catch (RuntimeException failure) {
            rethrowIfDatabaseFailure(failure);
            inbox.remove(received.id());
            throw failure;
        }
    }

    private static void rethrowIfDatabaseFailure(RuntimeException failure) {
        if (SqlErrorClassifier.isDatabaseFailure(failure)) {
            throw failure;
        }
    }
}
