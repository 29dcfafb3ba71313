package vn.cchc.rest.problem;

import java.util.Comparator;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param pointer JSON Pointer into the body (RFC 6901), or the name of a parameter or header
 * @param code stable code of the violation
 * @param detail what is wrong, in the caller's language
 */
@Schema(description = "A violation in the request")
public record ProblemError(
        @Schema(description = "JSON Pointer into the body (RFC 6901), or the name of a parameter or header", examples = "/numerator") String pointer,
        @Schema(description = "Stable code of the violation", examples = "numerator-above-denominator") String code,
        @Schema(description = "What is wrong, in the caller's language") String detail) {

    /** The same input yields the same bytes. */
    static final Comparator<ProblemError> IN_ORDER = Comparator.comparing(ProblemError::pointer)
            .thenComparing(ProblemError::code).thenComparing(ProblemError::detail);

    public static List<ProblemError> all(List<Violation> violations, ProblemMessages messages) {
        return violations.stream().map(violation -> of(violation, messages)).toList();
    }

    private static ProblemError of(Violation violation, ProblemMessages messages) {
        String detail = violation.detail() == null ? messages.detail(violation.type(), violation.args()) : violation.detail();
        return new ProblemError(violation.pointer(), violation.type().code(), detail);
    }
}
