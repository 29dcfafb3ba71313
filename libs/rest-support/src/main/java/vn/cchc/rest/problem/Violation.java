package vn.cchc.rest.problem;

import java.util.List;

/**
 * One thing that is wrong with a request.
 *
 * @param pointer JSON Pointer into the body (RFC 6901), or the name of a parameter
 * @param type what is wrong with it
 * @param args what the wording needs to say
 */
public record Violation(String pointer, ProblemType type, List<Object> args) {

    public static Violation at(String pointer, ProblemType type, Object... args) {
        return new Violation(pointer, type, List.of(args));
    }
}
