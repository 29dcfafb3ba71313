package vn.cchc.house;

import java.sql.SQLException;
import java.util.Optional;

import jakarta.persistence.OptimisticLockException;

/** What a failure of the database means to the caller, where it is not an unforeseen fault of ours. */
final class DatabaseRefusal {

    private static final String UNIQUE_VIOLATION = "23505";

    private DatabaseRefusal() {
    }

    static Optional<HouseProblem> of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return Optional.of(HouseProblem.CONFLICT);
            }
            if (cause instanceof SQLException e) {
                return ofState(e.getSQLState());
            }
        }
        return Optional.empty();
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
