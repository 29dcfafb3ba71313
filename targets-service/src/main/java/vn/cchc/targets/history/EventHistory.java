package vn.cchc.targets.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

import vn.cchc.events.Event;
import vn.cchc.messaging.inbox.ReadModel;
import vn.cchc.messaging.inbox.ReceivedEvent;

/** Keeps the events of a read model whose table has only the current rows. */
@ApplicationScoped
public class EventHistory {

    private final EntityManager database;

    EventHistory(EntityManager database) {
        this.database = database;
    }

    public void add(ReceivedEvent<? extends Event> received) {
        database.persist(new RecordedEvent(received));
    }

    public void clear(ReadModel<?> model) {
        database.createQuery("delete RecordedEvent where topic = :topic").setParameter("topic", model.topic()).executeUpdate();
    }
}
