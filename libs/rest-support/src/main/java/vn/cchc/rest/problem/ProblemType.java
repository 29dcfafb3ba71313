package vn.cchc.rest.problem;

import java.util.Locale;

/**
 * A type of problem. Each service declares its own types in an enum; the texts in Vietnamese and English are in
 * {@code problems.properties} and {@code problems_en.properties} in the package of the enum.
 */
public interface ProblemType {

    /** HTTP status of the response. */
    int status();

    String name();

    /** Stable code, such as {@code return-without-reason}. */
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
