package vn.cchc.rest.problem;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;

/** What a failure of the database means to the caller, where it is not an unforeseen fault of ours. */
public final class SqlErrorClassifier {

    private static final String UNIQUE_VIOLATION = "23505";

    /** Read-only, as after a switch-over to a standby or on a full disk; and a lock that another holds. */
    private static final Set<String> PASSING_STATES = Set.of("25006", "55P03");

    /** Connection, transaction rollback (deadlock), insufficient resources, operator intervention, system error. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "57", "58");

    private SqlErrorClassifier() {
    }

    static Optional<CommonProblem> of(Throwable failure) {
        if (tookTooLong(failure)) {
            return Optional.of(CommonProblem.UNAVAILABLE);
        }
        return root(failure).flatMap(cause -> cause instanceof SQLException e ? meaning(e)
                : Optional.of(CommonProblem.CONFLICT));
    }

    /** For the log: what failed, in no words but our own and the database's code, because its message may repeat a value. */
    static String reason(Throwable failure) {
        Throwable cause = root(failure).orElse(failure);
        String state = cause instanceof SQLException e && e.getSQLState() != null ? " " + e.getSQLState() : "";
        return cause instanceof ProblemException refusal ? refusal.type().code() : cause.getClass().getSimpleName() + state;
    }

    private static Optional<Throwable> root(Throwable failure) {
        return all(failure).filter(cause -> cause instanceof OptimisticLockException || cause instanceof SQLException)
                .findFirst();
    }

    /** What made a commit fail is no cause of the failure to the transaction manager, but suppressed by it. */
    private static Stream<Throwable> all(Throwable failure) {
        return Stream.concat(Stream.of(failure), Stream.concat(Stream.ofNullable(failure.getCause()),
                Arrays.stream(failure.getSuppressed())).flatMap(SqlErrorClassifier::all));
    }

    /** Whether the database failed, so that its transaction can only be begun again. */
    public static boolean isOfDatabase(Throwable failure) {
        return root(failure).filter(SQLException.class::isInstance).isPresent();
    }

    /** Whether the database failed, and the same work may succeed later, with nothing mended in it. */
    public static boolean isPassing(Throwable failure) {
        return tookTooLong(failure) || root(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast)
                .filter(SqlErrorClassifier::isPassing).isPresent();
    }

    /** The transaction manager has ended it meanwhile, and says no more than that: the database hung, or a lock was held. */
    private static boolean tookTooLong(Throwable failure) {
        return root(failure).isEmpty() && all(failure).anyMatch(each -> each instanceof RollbackException
                && each.getCause() == null && each.getSuppressed().length == 0);
    }

    private static boolean isPassing(SQLException failure) {
        String state = failure.getSQLState();
        // The connection pool's own refusals carry no state.
        return state == null || PASSING_STATES.contains(state) || PASSING_CLASSES.contains(state.substring(0, 2));
    }

    private static Optional<CommonProblem> meaning(SQLException failure) {
        if (isPassing(failure)) {
            return Optional.of(CommonProblem.UNAVAILABLE);
        }
        return UNIQUE_VIOLATION.equals(failure.getSQLState()) ? Optional.of(CommonProblem.CONFLICT) : Optional.empty();
    }
}
