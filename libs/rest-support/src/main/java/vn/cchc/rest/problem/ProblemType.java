package vn.cchc.rest.problem;

import java.util.Locale;

/**
 * A kind of refusal that a caller can tell from others. Each service lists its own in an enum; its wording in Vietnamese and
 * English stands beside the enum in {@code problems.properties} and {@code problems_en.properties}.
 */
public interface ProblemType {

    /** The HTTP status of the reply. */
    int status();

    String name();

    /** The stable code in the reply, such as {@code return-without-reason}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
