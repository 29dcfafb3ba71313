package vn.cchc.messaging.inbox;

import java.util.List;

import vn.cchc.events.Event;

/** A read model that applies the events of a transaction together, in a number of statements that does not depend on theirs. */
public interface BatchReadModel<E extends Event> extends ReadModel<E> {

    /** Applies events in the order in which they arrived. */
    void applyAll(List<ReceivedEvent<E>> events);

    @Override
    default void apply(ReceivedEvent<E> received) {
        applyAll(List.of(received));
    }

    @Override
    default void apply(E event) {
        throw new UnsupportedOperationException("an event is applied with its place on the topic");
    }
}
