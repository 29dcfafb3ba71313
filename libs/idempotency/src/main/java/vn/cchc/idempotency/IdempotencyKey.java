package vn.cchc.idempotency;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

import jakarta.persistence.Embeddable;

import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * The name that a caller gives to one call; another caller's call of the same name is another one.
 *
 * @param client the program that was used; empty where the token does not say
 */
@Embeddable
record IdempotencyKey(String client, String subject, String key) {

    static final String HEADER = "Idempotency-Key";
    static final int LONGEST = 255;

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + LONGEST + "}");

    IdempotencyKey {
        if (!VISIBLE.matcher(key).matches()) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(HEADER, CommonProblem.INVALID_PARAMETER)));
        }
    }

    /** @param given every header of this name: of two keys neither is the one */
    static IdempotencyKey of(List<String> given, Caller caller) {
        return new IdempotencyKey(Objects.requireNonNullElse(caller.client(), ""), caller.subject(), String.join(" ", given));
    }
}
