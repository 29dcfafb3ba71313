package vn.cchc.house;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.persistence.OptimisticLockException;

/** What a failure of the database means to the caller, where it is not an unforeseen fault of ours. */
final class DatabaseRefusal {

    private static final String UNIQUE_VIOLATION = "23505";

    private DatabaseRefusal() {
    }

    static Optional<HouseProblem> of(Throwable failure) {
        return root(failure).flatMap(cause -> cause instanceof SQLException e ? ofState(e.getSQLState())
                : Optional.of(HouseProblem.CONFLICT));
    }

    /** For the log: what failed, in no words but our own and the database's code, because its message may repeat a value. */
    static String reason(Throwable failure) {
        Throwable cause = root(failure).orElse(failure);
        String state = cause instanceof SQLException e && e.getSQLState() != null ? " " + e.getSQLState() : "";
        return cause instanceof Refusal refusal ? refusal.type().code() : cause.getClass().getSimpleName() + state;
    }

    private static Optional<Throwable> root(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(cause -> cause instanceof OptimisticLockException || cause instanceof SQLException).findFirst();
    }

    private static Optional<HouseProblem> ofState(String state) {
        // The connection pool's own refusals carry no state.
        if (state == null) {
            return Optional.of(HouseProblem.UNAVAILABLE);
        }
        if (state.equals(UNIQUE_VIOLATION)) {
            return Optional.of(HouseProblem.CONFLICT);
        }
        return switch (state.substring(0, 2)) {
            // Connection, transaction rollback (deadlock), insufficient resources, operator intervention.
            case "08", "40", "53", "57" -> Optional.of(HouseProblem.UNAVAILABLE);
            default -> Optional.empty();
        };
    }
}
