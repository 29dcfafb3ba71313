package vn.cchc.messaging.inbox;

/** Thrown when an event can be read but not applied. The message is the reason of its dead letter. */
public class InapplicableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InapplicableEvent(String reason) {
        super(reason, null, false, false);
    }
}
