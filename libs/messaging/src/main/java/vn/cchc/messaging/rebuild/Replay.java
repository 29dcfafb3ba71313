package vn.cchc.messaging.rebuild;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import io.smallrye.common.annotation.Identifier;
import vn.cchc.events.Event;
import vn.cchc.messaging.deadletter.DeadLetters;
import vn.cchc.messaging.deadletter.RecordPosition;
import vn.cchc.messaging.inbox.InboxTable;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReadModels;
import vn.cchc.messaging.inbox.ReceivedEvent;
import vn.cchc.rest.database.SqlErrorClassifier;

/**
 * Drops what was learnt and learns it anew, in the transaction that is under way. The readers of the topics wait for it. What
 * was set aside stays so: a rebuild shows what was shown, and of what is to count beside that an operator decides.
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

    boolean mayBegin() {
        return inbox.mayRebuild();
    }

    void run(Consumer<RebuildProgress> tell) {
        inbox.own();
        Map<TopicPartition, Long> reached = inbox.reached();
        Set<RecordPosition> setAside = letters.unapplied();
        inbox.clear();
        models.all().forEach(ReadModel::forget);
        try (TopicReader topics = new TopicReader(broker, models.all().stream().map(ReadModel::topic).toList(), reached)) {
            RebuildProgress progress = new RebuildProgress(topics.total(), 0, 0);
            tell.accept(progress);
            while (!topics.isAtEnd()) {
                for (ConsumerRecord<String, byte[]> message : topics.next()) {
                    boolean learnt = !setAside.contains(RecordPosition.of(message))
                            && learn(message, models.of(message.topic()).orElseThrow());
                    progress = learnt ? progress : progress.skippedOne();
                }
                database.flush();
                database.clear();
                progress = progress.passed(topics.passed());
                tell.accept(progress);
            }
        }
    }

    private boolean learn(ConsumerRecord<String, byte[]> message, ReadModel<?> model) {
        try {
            learnOnce(message, model);
            return true;
        } catch (RuntimeException fault) {
            rethrowIfDatabaseFailure(fault);
            letters.reopen(message, fault);
            return false;
        }
    }

    private <E extends Event> void learnOnce(ConsumerRecord<String, byte[]> message, ReadModel<E> model) {
        ReceivedEvent<E> arrival = ReceivedEvent.of(message, model.type());
        if (inbox.enter(model.topic(), List.of(arrival)).isEmpty()) {
            return;
        }
        try {
            model.learn(arrival.event());
        } catch (RuntimeException fault) {
            rethrowIfDatabaseFailure(fault);
            inbox.remove(arrival.id());
            throw fault;
        }
    }

    private static void rethrowIfDatabaseFailure(RuntimeException fault) {
        if (SqlErrorClassifier.isDatabaseFailure(fault)) {
            throw fault;
        }
    }
}
