package vn.cchc.events.rebuild;

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
import vn.cchc.events.deadletter.DeadLetters;
import vn.cchc.events.deadletter.Source;
import vn.cchc.events.inbox.Arrival;
import vn.cchc.events.inbox.InboxTable;
import vn.cchc.events.inbox.ReadModel;
import vn.cchc.events.inbox.ReadModels;
import vn.cchc.house.problem.DatabaseRefusal;

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

    void run(Consumer<Progress> tell) {
        inbox.own();
        Map<TopicPartition, Long> reached = inbox.reached();
        Set<Source> setAside = letters.unapplied();
        inbox.clear();
        models.all().forEach(ReadModel::forget);
        try (TopicReader topics = new TopicReader(broker, models.all().stream().map(ReadModel::topic).toList(), reached)) {
            Progress progress = new Progress(topics.total(), 0, 0);
            tell.accept(progress);
            while (!topics.isAtEnd()) {
                for (ConsumerRecord<String, byte[]> message : topics.next()) {
                    boolean learnt = !setAside.contains(Source.of(message))
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
            requireSound(fault);
            letters.reopen(message, fault);
            return false;
        }
    }

    private <E extends Event> void learnOnce(ConsumerRecord<String, byte[]> message, ReadModel<E> model) {
        Arrival<E> arrival = Arrival.of(message, model.type());
        if (inbox.enter(model.topic(), List.of(arrival)).isEmpty()) {
            return;
        }
        try {
            model.learn(arrival.event());
        } catch (RuntimeException fault) {
            requireSound(fault);
            inbox.remove(arrival.id());
            throw fault;
        }
    }

    private static void requireSound(RuntimeException fault) {
        if (DatabaseRefusal.isOfDatabase(fault)) {
            throw fault;
        }
    }
}
