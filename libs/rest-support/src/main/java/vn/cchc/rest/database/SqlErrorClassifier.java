package vn.cchc.rest.database;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

/** Classifies a failure of the database. A failure without a class is a defect of this system. */
public final class SqlErrorClassifier {

    public enum SqlError {
        /** The same work may succeed later, unchanged. */
        TRANSIENT,
        /** A concurrent writer was faster. */
        CONFLICT
    }

    private static final String UNIQUE_VIOLATION = "23505";

    /** Read-only, as after a switch-over to a standby or on a full disk; and a lock that another transaction holds. */
    private static final Set<String> TRANSIENT_STATES = Set.of("25006", "55P03");

    /** Connection, transaction rollback (deadlock), insufficient resources, operator intervention, system error. */
    private static final Set<String> TRANSIENT_CLASSES = Set.of("08", "40", "53", "57", "58");

    private SqlErrorClassifier() {
    }

    public static Optional<SqlError> classify(Throwable failure) {
        if (isTransactionTimeout(failure)) {
            return Optional.of(SqlError.TRANSIENT);
        }
        return root(failure).flatMap(cause -> cause instanceof SQLException e ? classify(e) : Optional.of(SqlError.CONFLICT));
    }

    /** Whether the database failed, so that the transaction can only be repeated. */
    public static boolean isDatabaseFailure(Throwable failure) {
        return root(failure).filter(SQLException.class::isInstance).isPresent();
    }

    /** Whether the database failed and the same work may succeed later, unchanged. */
    public static boolean isTransient(Throwable failure) {
        return classify(failure).filter(SqlError.TRANSIENT::equals).isPresent();
    }

    /** Type and SQLSTATE of the failure, for the log. Never its message, which may repeat a value. */
    public static String describe(Throwable failure) {
        Throwable cause = root(failure).orElse(failure);
        String state = cause instanceof SQLException e && e.getSQLState() != null ? " " + e.getSQLState() : "";
        return cause.getClass().getSimpleName() + state;
    }

    private static Optional<Throwable> root(Throwable failure) {
        return all(failure).filter(cause -> cause instanceof OptimisticLockException || cause instanceof SQLException)
                .findFirst();
    }

    /** The transaction manager attaches the reason of a failed commit as a suppressed exception, not as the cause. */
    private static Stream<Throwable> all(Throwable failure) {
        return Stream.concat(Stream.of(failure), Stream.concat(Stream.ofNullable(failure.getCause()),
                Arrays.stream(failure.getSuppressed())).flatMap(SqlErrorClassifier::all));
    }

    /** A rollback without any reason: the transaction manager ended it because the database hung or a lock was held. */
    private static boolean isTransactionTimeout(Throwable failure) {
        return root(failure).isEmpty() && all(failure).anyMatch(each -> each instanceof RollbackException
                && each.getCause() == null && each.getSuppressed().length == 0);
    }

    private static Optional<SqlError> classify(SQLException failure) {
        if (isTransient(failure)) {
            return Optional.of(SqlError.TRANSIENT);
        }
        return UNIQUE_VIOLATION.equals(failure.getSQLState()) ? Optional.of(SqlError.CONFLICT) : Optional.empty();
    }

    private static boolean isTransient(SQLException failure) {
        String state = failure.getSQLState();
        // The connection pool's own failures carry no state.
        return state == null || TRANSIENT_STATES.contains(state) || TRANSIENT_CLASSES.contains(state.substring(0, 2));
    }
}
