package vn.cchc.messaging.inbox;

/** An event that can be read and does not fit what the service knows; the message is what an operator reads. */
public class InapplicableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public InapplicableEvent(String reason) {
        super(reason, null, false, false);
    }
}
