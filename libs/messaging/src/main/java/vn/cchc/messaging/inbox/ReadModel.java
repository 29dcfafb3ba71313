package vn.cchc.messaging.inbox;

import vn.cchc.events.Event;

/** The tables that a service derives from the events of one topic of another service. */
public interface ReadModel<E extends Event> {

    String topic();

    /** The type of the events: a record, or a sealed interface if the topic has several types. */
    Class<E> type();

    /** Applies an event. Called once for each event, in the transaction that marks it as processed. */
    void apply(E event);

    /** The same, for a read model that also keeps when the event occurred. */
    default void apply(ReceivedEvent<E> received) {
        apply(received.event());
    }

    /** Deletes everything, in the transaction that applies all events again. */
    void reset();
}
