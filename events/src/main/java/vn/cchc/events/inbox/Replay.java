package vn.cchc.events.inbox;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import io.smallrye.common.annotation.Identifier;
import vn.cchc.events.Event;

/** Drops what was learnt and learns it anew, in the transaction that is under way. The readers of the topics wait for it. */
@ApplicationScoped
class Replay {

    private final InboxTable inbox;
    private final EntityManager database;
    private final Map<String, Object> broker;
    private final Map<String, ReadModel<?>> models;

    Replay(InboxTable inbox, EntityManager database, @Identifier("default-kafka-broker") Map<String, Object> broker,
            @Any Instance<ReadModel<?>> models) {
        this.inbox = inbox;
        this.database = database;
        this.broker = broker;
        this.models = models.stream().collect(Collectors.toMap(ReadModel::topic, Function.identity()));
    }

    boolean mayBegin() {
        return inbox.mayRebuild();
    }

    void run(Consumer<Progress> tell) {
        inbox.own();
        inbox.clear();
        models.values().forEach(ReadModel::forget);
        try (TopicReader topics = new TopicReader(broker, models.keySet())) {
            Progress progress = new Progress(topics.total(), 0, 0);
            tell.accept(progress);
            while (!topics.isAtEnd()) {
                for (ConsumerRecord<String, byte[]> message : topics.next()) {
                    progress = learn(message, models.get(message.topic())) ? progress : progress.skippedOne();
                }
                database.flush();
                database.clear();
                progress = progress.passed(topics.passed());
                tell.accept(progress);
            }
        }
    }

    /** An event that cannot be read or applied is a dead letter since it first came, or becomes one when it is read. */
    private <E extends Event> boolean learn(ConsumerRecord<String, byte[]> message, ReadModel<E> model) {
        Arrival<E> arrival;
        try {
            arrival = Arrival.of(message, model.type());
        } catch (RuntimeException unreadable) {
            return false;
        }
        if (inbox.enter(model.topic(), List.of(arrival)).isEmpty()) {
            return true;
        }
        try {
            model.learn(arrival.event());
            return true;
        } catch (RuntimeException fault) {
            requireSound(fault);
            inbox.remove(arrival.id());
            return false;
        }
    }

    /** After a failure in the database the transaction can only be begun again. */
    private static void requireSound(RuntimeException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                throw fault;
            }
        }
    }
}
