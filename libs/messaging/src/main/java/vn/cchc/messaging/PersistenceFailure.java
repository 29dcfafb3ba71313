package vn.cchc.messaging;

import java.sql.SQLException;

/** Thrown when a statement of the outbox or the inbox fails. */
public class PersistenceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PersistenceFailure(SQLException cause) {
        super(cause);
    }
}
