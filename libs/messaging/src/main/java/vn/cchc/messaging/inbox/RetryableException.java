package vn.cchc.messaging.inbox;

/** Thrown when work must be tried again later. */
public class RetryableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RetryableException(Throwable cause) {
        super(cause);
    }

    public RetryableException(String reason) {
        super(reason, null, false, false);
    }
}
