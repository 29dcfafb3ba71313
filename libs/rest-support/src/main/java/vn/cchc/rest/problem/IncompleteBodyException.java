package vn.cchc.rest.problem;

import java.io.IOException;

/** The caller has left, or has broken the protocol, before the body was complete. */
public class IncompleteBodyException extends IOException {

    private static final long serialVersionUID = 1L;

    public IncompleteBodyException(IOException cause) {
        super(cause);
    }
}
