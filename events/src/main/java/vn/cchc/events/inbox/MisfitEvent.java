package vn.cchc.events.inbox;

/** An event that can be read and does not fit what the service knows; the message is what an operator reads. */
public class MisfitEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MisfitEvent(String reason) {
        super(reason, null, false, false);
    }
}
