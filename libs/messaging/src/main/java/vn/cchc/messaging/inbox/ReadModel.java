package vn.cchc.messaging.inbox;

import vn.cchc.events.Event;

/** What a service keeps of the events of one topic, which are another's to tell. */
public interface ReadModel<E extends Event> {

    String topic();

    Class<E> type();

    /** Called once for each event, in the transaction in which it is written down that it was applied. */
    void learn(E event);

    /** Drops what was learnt, in the transaction in which it is learnt anew. */
    void forget();
}
