package vn.cchc.rest.problem;

import java.util.List;
import java.util.Optional;

import vn.cchc.rest.database.SqlErrorClassifier;
import vn.cchc.rest.database.SqlErrorClassifier.SqlError;

/** An error of the request. It is expected, so it carries no stack trace; the exception mapper turns it into a problem. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Object> args;
    private final transient List<Violation> violations;

    public ProblemException(ProblemType type, Object... args) {
        this(type, List.of(), args);
    }

    public ProblemException(ProblemType type, List<Violation> violations, Object... args) {
        super(type.code(), null, false, false);
        this.type = type;
        this.args = List.of(args);
        this.violations = List.copyOf(violations);
    }

    /** @param parts the names of the headers or parameters that break the rules of HTTP */
    public static ProblemException malformed(List<String> parts) {
        return new ProblemException(CommonProblem.MALFORMED_REQUEST,
                parts.stream().map(part -> Violation.at(part, CommonProblem.MALFORMED_REQUEST)).toList());
    }

    public static ProblemException notFound(ResourceType type, Object key) {
        return new ProblemException(CommonProblem.NOT_FOUND, type, key);
    }

    /** The problem of one item of a list, whatever prevented it. */
    public static ProblemException of(RuntimeException failure) {
        return failure instanceof ProblemException problem ? problem
                : ofDatabase(failure).orElseGet(() -> new ProblemException(CommonProblem.INTERNAL_ERROR));
    }

    /** Empty if the failure is none of the database, or a defect of this system. */
    static Optional<ProblemException> ofDatabase(Throwable failure) {
        return SqlErrorClassifier.classify(failure).map(error -> new ProblemException(
                error == SqlError.CONFLICT ? CommonProblem.CONFLICT : CommonProblem.UNAVAILABLE));
    }

    public ProblemType type() {
        return type;
    }

    List<Object> args() {
        return args;
    }

    public List<Violation> violations() {
        return violations;
    }
}
