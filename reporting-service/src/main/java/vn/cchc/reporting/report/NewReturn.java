package vn.cchc.reporting.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.rest.text.StorableText;

@Schema(description = "The reason for which a report is returned (trả lại); its code and text are mandatory")
record NewReturn(@Schema(required = true) ReturnReason reasonCode,
        @Size(max = 4000) @Schema(description = "The reason as a text", required = true, examples = "Tử số CT05.1 chưa khớp với phụ lục") String reason,
        @Size(max = 200, message = "{cchc.ListSize.message}") @Schema(description = "The only fields that can be changed until the next submission: `figures/` with the code of an indicator, `narrative/results`, `narrative/difficulties`, `narrative/proposals`, `narrative/initiatives`, `evidence`. None for all fields.", examples = "[\"figures/CT05.1\", \"narrative/results\"]", nullable = true) List<String> reopened) {

    /** Of a change that needs no reason. */
    static final NewReturn NONE = new NewReturn(null, null, null);

    NewReturn {
        reopened = reopened == null ? List.of() : reopened.stream().distinct().toList();
    }

    /**
     * @param required codes of the indicators that the report requires
     * @param open the fields that an earlier return left open
     */
    void check(String unit, Collection<String> required, ReopenedFields open, BodyViolations violations) {
        boolean reasoned = reasonCode != null && reason != null && !StorableText.isBlank(reason);
        violations.require(() -> reasonCode != null, () -> Violation.at("/reasonCode", ReportingProblem.RETURN_WITHOUT_REASON))
                .require(() -> reason != null && !StorableText.isBlank(reason),
                        () -> Violation.at("/reason", ReportingProblem.RETURN_WITHOUT_REASON))
                .rule(() -> IntStream.range(0, reopened.size()).boxed()
                        .flatMap(i -> violations("/reopened/" + i, reopened.get(i), unit, required, open).stream()).toList())
                .throwIfAny(reasoned ? CommonProblem.INVALID_INPUT : ReportingProblem.RETURN_WITHOUT_REASON);
    }

    private static List<Violation> violations(String at, String name, String unit, Collection<String> required,
            ReopenedFields open) {
        List<Violation> violations = new ArrayList<>(ReportField.violations(at, name, unit, required));
        if (violations.isEmpty() && open.isLocked(name)) {
            violations.add(Violation.at(at, ReportingProblem.FIELD_LOCKED, name));
        }
        return violations;
    }
}
