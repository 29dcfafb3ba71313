package vn.cchc.rest.problem;

import java.util.Comparator;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * @param pointer JSON Pointer into the body (RFC 6901), or the name of a parameter
 * @param code stable code of the fault
 * @param detail what is wrong, in the caller's language
 */
@Schema(description = "One thing that is wrong with the request")
public record ProblemError(
        @Schema(description = "JSON Pointer into the body (RFC 6901), or the name of a parameter", examples = "/numerator") String pointer,
        @Schema(description = "Stable code of the fault", examples = "numerator-above-denominator") String code,
        @Schema(description = "What is wrong, in the caller's language") String detail) {

    /** The same input gives the same bytes. */
    static final Comparator<ProblemError> IN_ORDER = Comparator.comparing(ProblemError::pointer)
            .thenComparing(ProblemError::code).thenComparing(ProblemError::detail);

    public static List<ProblemError> all(List<Violation> violations, ProblemMessages wording) {
        return violations.stream().map(fault -> of(fault, wording)).toList();
    }

    private static ProblemError of(Violation fault, ProblemMessages wording) {
        return new ProblemError(fault.pointer(), fault.type().code(), wording.detail(fault.type(), fault.args()));
    }
}
