package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.IndicatorView.MilestoneView;

@Schema(description = "A revision of an indicator's definition. Fields that are null stay as they are", examples = NewRevision.EXAMPLE)
record NewRevision(
        @Size(min = 1, max = 100) @Schema(description = "Number of the decision (quyết định); a draft can be without", examples = "15/QĐ-SGDĐT", nullable = true) String decisionNumber,
        @Schema(description = "Date of the decision; a draft can be without", examples = "2026-03-02", nullable = true) LocalDate decisionDate,
        @Size(min = 1, max = 200) @Schema(description = "The office of the signer, not a name; a draft can be without", examples = "Giám đốc Sở", nullable = true) String signer,
        @NotBlank @Size(max = 4000) @Schema(description = "Why the definition changes", examples = "Kế hoạch của tỉnh nâng chỉ tiêu") String rationale,
        @NotNull @Schema(description = "First day on which it is in force. A year is judged by the definition of its last day", examples = "2026-01-01") LocalDate validFrom,
        @Size(min = 1, max = 2000) @Schema(description = "The wording of the indicator", nullable = true) String name,
        @Size(min = 1, max = 2000) @Schema(nullable = true) String nameEn,
        @Size(min = 1, max = 2000) @Schema(description = "What the numerator (tử số) counts", nullable = true) String numerator,
        @Size(min = 1, max = 2000) @Schema(description = "What the denominator (mẫu số) counts", nullable = true) String denominator,
        @Schema(nullable = true) Direction direction, @Schema(nullable = true) ContinuationRule continuationRule,
        @Size(min = 1, max = 100, message = "{cchc.ListSize.message}") @Schema(description = "All milestones (mốc) that hold then, also those that stay", nullable = true) List<@Valid @NotNull MilestoneView> milestones,
        @Valid @Schema(description = "By how much the milestone rises each year, and from what; only for a RATIO with the direction AT_LEAST", nullable = true) YearlyRise yearlyRise,
        @Size(min = 1, max = 20_000) @Schema(description = "The wording of the target (chỉ tiêu) that the indicator measures", examples = "Mức độ hài lòng của người dân đạt tối thiểu 90%", nullable = true) String targetWording,
        @Size(min = 1, max = 2000) @Schema(description = "The name of that target in English", nullable = true) String targetNameEn) {

    static final String EXAMPLE = """
            {"decisionNumber": "15/QĐ-SGDĐT", "decisionDate": "2026-03-02", "signer": "Giám đốc Sở",
             "rationale": "Kế hoạch của tỉnh nâng chỉ tiêu", "validFrom": "2026-01-01",
             "milestones": [{"year": 2025, "percent": 80}, {"year": 2026, "percent": 90}]}""";

    /** Adds what the indicator's type and plan do not allow, and whether nothing would change. */
    BodyViolations check(Indicator indicator, BodyViolations violations) {
        boolean counted = indicator.type != IndicatorType.QUALITATIVE;
        return violations
                .require(() -> indicator.plan.validity().contains(validFrom),
                        () -> Violation.at("/validFrom", TargetsProblem.OUTSIDE_PLAN, indicator.plan.validity().from(),
                                indicator.plan.validity().to()),
                        "validFrom")
                .require(() -> counted || direction == null, () -> Violation.at("/direction", TargetsProblem.NOT_FOR_TYPE))
                .require(() -> counted || numerator == null, () -> Violation.at("/numerator", TargetsProblem.NOT_FOR_TYPE))
                .require(() -> counted || denominator == null, () -> Violation.at("/denominator", TargetsProblem.NOT_FOR_TYPE))
                .require(() -> yearlyRise == null || indicator.type == IndicatorType.RATIO
                        && indicator.definitionOn(validFrom).directionWith(direction) == Direction.AT_LEAST,
                        () -> Violation.at("/yearlyRise", TargetsProblem.NOT_FOR_TYPE), "validFrom")
                .rule(() -> milestones == null ? List.of()
                        : NewIndicator.milestoneViolations("/milestones", milestones, counted, indicator.plan.firstYear(),
                                indicator.plan.lastYear()),
                        "milestones")
                .require(this::changesAField, () -> Violation.at("", TargetsProblem.NOTHING_REVISED));
    }

    private boolean changesAField() {
        return Stream.of(name, nameEn, numerator, denominator, direction, continuationRule, milestones, yearlyRise,
                targetWording, targetNameEn).anyMatch(Objects::nonNull);
    }

    /** What an issued revision must have beside a draft. */
    static List<Violation> missingFor(IndicatorRevision issued) {
        List<Violation> missing = new ArrayList<>();
        if (issued.decisionNumber == null) {
            missing.add(Violation.at("/decisionNumber", TargetsProblem.DECISION_MISSING));
        }
        if (issued.decisionDate == null) {
            missing.add(Violation.at("/decisionDate", TargetsProblem.DECISION_MISSING));
        }
        if (issued.signer == null) {
            missing.add(Violation.at("/signer", TargetsProblem.DECISION_MISSING));
        }
        return missing;
    }
}
