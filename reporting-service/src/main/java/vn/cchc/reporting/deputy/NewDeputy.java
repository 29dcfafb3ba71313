package vn.cchc.reporting.deputy;

import java.time.LocalDate;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.DateRange;
import vn.cchc.values.UnitCode;

@Schema(description = "Who acts for whom, and when", examples = NewDeputy.EXAMPLE)
record NewDeputy(@NotNull DeputyRole role,
        @NotBlank @Size(max = 200) @Schema(description = "Subject of the token of the person who is represented") String principal,
        @NotBlank @Size(max = 200) @Schema(description = "Subject of the deputy's token; it must have the role itself") String deputy,
        @Pattern(regexp = UnitCode.SYNTAX) @Schema(description = "UNIT_HEAD: code of the unit", nullable = true) String unit,
        @Schema(description = "REVIEWER: id of the only review scope in which the deputy acts; null for all that the reviewer reviews", nullable = true) UUID reviewScope,
        @NotNull @Schema(description = "First day") LocalDate validFrom,
        @NotNull @Schema(description = "Last day") LocalDate validTo,
        @NotBlank @Size(max = 100) @Schema(description = "Number of the decision or authorisation that names the deputy") String decisionNumber) {

    static final String EXAMPLE = """
            {"role": "UNIT_HEAD", "principal": "vp-head", "deputy": "tccb-head", "unit": "VP",
             "validFrom": "2026-03-02", "validTo": "2026-03-20", "decisionNumber": "41/QĐ-SGDĐT"}""";

    /** The rules that follow from the fields alone. */
    BodyViolations check(BodyViolations violations) {
        return violations
                .require(() -> !principal.equals(deputy), () -> Violation.at("/deputy", ReportingProblem.DEPUTY_OF_ONESELF),
                        "deputy")
                .require(() -> (role == DeputyRole.UNIT_HEAD) == (unit != null),
                        () -> Violation.at("/unit", ReportingProblem.UNIT_OF_HEAD))
                .require(() -> !(role == DeputyRole.UNIT_HEAD && reviewScope != null),
                        () -> Violation.at("/reviewScope", ReportingProblem.SCOPE_OF_REVIEWER))
                .require(() -> DateRange.isOrdered(validFrom, validTo),
                        () -> Violation.at("/validTo", ReportingProblem.ENDS_BEFORE_IT_BEGINS),
                        "validFrom", "validTo");
    }
}
