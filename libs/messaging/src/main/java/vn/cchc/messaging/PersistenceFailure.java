package vn.cchc.messaging;

import java.sql.SQLException;

/** The database did not do what it was asked. */
public class PersistenceFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PersistenceFailure(SQLException cause) {
        super(cause);
    }
}
