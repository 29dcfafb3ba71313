package vn.cchc.rest.start;

import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.smallrye.config.ConfigValidationException;

/** Why a start failed. A failure that a setting can cause gets one line; any other is unexpected and gets its stack trace. */
record StartFailure(Throwable cause) {

    private static final String PREFIX = "Not started: ";

    /** Nothing for a start that was to end, such as that of a migration. */
    Optional<String> line() {
        if (find(PreventFurtherStepsException.class).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(PREFIX + explanation().orElseGet(() -> String.valueOf(root())).strip().replaceAll("\\s+", " "));
    }

    boolean isUnexpected() {
        return line().isPresent() && explanation().isEmpty();
    }

    private Optional<String> explanation() {
        return find(ConfigValidationException.class).map(StartFailure::problems)
                .or(() -> find(ConfigurationException.class).map(Throwable::getMessage))
                .or(() -> find(QuarkusBindException.class).map(taken -> "port " + taken.getPort() + " is in use"))
                .or(() -> find(SQLException.class).map(refused -> "the database of quarkus.datasource.jdbc.url refused: "
                        + refused.getMessage()));
    }

    private static String problems(ConfigValidationException invalid) {
        return IntStream.range(0, invalid.getProblemCount()).mapToObj(invalid::getProblem)
                // A message begins with the class of the exception and the number of the message.
                .map(problem -> problem.getMessage().replaceFirst("^[\\w.]+Exception: ", "").replaceFirst("^SRCFG\\d+: ", ""))
                .collect(Collectors.joining("; "));
    }

    private Throwable root() {
        return chain().reduce(cause, (outer, inner) -> inner);
    }

    private <T extends Throwable> Optional<T> find(Class<T> type) {
        return chain().filter(type::isInstance).map(type::cast).findFirst();
    }

    private Stream<Throwable> chain() {
        return Stream.iterate(cause, each -> each != null, Throwable::getCause).limit(50);
    }
}
