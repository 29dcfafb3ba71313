package vn.cchc.house.problem;

import java.util.List;

/**
 * A request that cannot be granted, with everything that the caller needs to mend it. It becomes one problem+json at the
 * border; it is expected, so it carries no stack trace.
 */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient List<Object> args;
    private final transient List<Fault> faults;

    public Refusal(ProblemType type, Object... args) {
        this(type, List.of(), args);
    }

    public Refusal(ProblemType type, List<Fault> faults, Object... args) {
        super(type.code(), null, false, false);
        this.type = type;
        this.args = List.of(args);
        this.faults = List.copyOf(faults);
    }

    /** Nothing of this name is here. */
    public static Refusal notFound(String what, Object key) {
        return new Refusal(HouseProblem.NOT_FOUND, what + ' ' + key);
    }

    public ProblemType type() {
        return type;
    }

    List<Object> args() {
        return args;
    }

    public List<Fault> faults() {
        return faults;
    }
}
