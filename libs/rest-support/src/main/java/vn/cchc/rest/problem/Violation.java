package vn.cchc.rest.problem;

import java.util.List;

/**
 * A rule that a request breaks.
 *
 * @param pointer JSON Pointer into the body (RFC 6901), or the name of a parameter or header
 * @param type the rule
 * @param args arguments of the rule's text
 * @param detail what is wrong, in the caller's language; null for the rule's text
 */
public record Violation(String pointer, ProblemType type, List<Object> args, String detail) {

    public static Violation at(String pointer, ProblemType type, Object... args) {
        return new Violation(pointer, type, List.of(args), null);
    }

    /** @param detail what is wrong, in the caller's language */
    public static Violation withDetail(String pointer, ProblemType type, String detail) {
        return new Violation(pointer, type, List.of(), detail);
    }
}
