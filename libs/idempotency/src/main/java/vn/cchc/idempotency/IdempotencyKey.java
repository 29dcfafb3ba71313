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
 * The key of one call of one caller.
 *
 * @param client id of the program; empty if the token does not contain it
 */
@Embeddable
record IdempotencyKey(String client, String subject, String key) {

    static final String HEADER = "Idempotency-Key";
    static final int MAX_LENGTH = 255;

    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1," + MAX_LENGTH + "}");

    IdempotencyKey {
        if (!VISIBLE.matcher(key).matches()) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(HEADER, CommonProblem.INVALID_PARAMETER)));
        }
    }

    /** @param headers all headers of this name; several keys are refused */
    static IdempotencyKey of(List<String> headers, Caller caller) {
        return new IdempotencyKey(Objects.requireNonNullElse(caller.client(), ""), caller.subject(), String.join(" ", headers));
    }
}
