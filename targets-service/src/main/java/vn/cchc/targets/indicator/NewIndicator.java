package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.problem.Violation;
import vn.cchc.targets.TargetsProblem;
import vn.cchc.targets.indicator.IndicatorView.MilestoneView;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@Schema(description = "An indicator (chỉ số) of a new plan")
public record NewIndicator(
        @NotNull @Schema(description = "Unique across plans", examples = "TTHC.1") IndicatorCode code,
        @Min(1) @Schema(description = "Number, within the plan, of the target that it measures", examples = "1") int target,
        @NotBlank @Size(max = 2000) String name, @NotBlank @Size(max = 2000) String nameEn, @NotNull IndicatorType type,
        @Schema(description = "Required for RATIO and REDUCTION, null otherwise", nullable = true) TimeBasis timeBasis,
        @Schema(description = "Null if and only if the type is QUALITATIVE", nullable = true) Direction direction,
        @Schema(description = "Where the direction comes from; null if there is none", nullable = true) Provenance directionSource,
        @NotNull @Size(min = 1, max = 100, message = "{cchc.ListSize.message}") List<@Valid @NotNull MilestoneView> milestones,
        @NotNull ContinuationRule continuationRule,
        @Size(max = 2000) @Schema(description = "What the numerator counts; null if and only if the type is QUALITATIVE", nullable = true) String numerator,
        @Size(max = 2000) @Schema(description = "What the denominator counts; null if and only if the type is QUALITATIVE", nullable = true) String denominator,
        @NotNull @Schema(description = "Code of the unit that leads it (chủ trì)", examples = "VP") UnitCode leadUnit,
        @NotNull @Schema(description = "Where the lead comes from") Provenance leadSource,
        @Schema(description = "Last day of the lead; null if it has no end", nullable = true) LocalDate leadUntil,
        @Size(max = FurtherRegimes.MAX_REGIMES, message = "{cchc.ListSize.message}") @Schema(description = "Codes of further regimes that ask for the same figure; their reports refer to it. None if absent", examples = "[\"TTHC\"]", nullable = true) List<@NotNull RegimeCode> alsoAskedBy,
        @Schema(description = "Code of the indicator of the superseded plan with which it goes on: its figures count for the days before this plan. Null if it begins anew", examples = "CT05.1", nullable = true) IndicatorCode adopts,
        @Valid @Schema(description = "Only for a REDUCTION that is computed from the amounts of two spans of years, with the time basis COMPARISON; the annual reports then hold the year's amount", nullable = true) ComparedYears comparedYears,
        @Valid @Schema(description = "By how much the milestone rises each year; only for a RATIO with the direction AT_LEAST", nullable = true) YearlyRise yearlyRise) {

    public NewIndicator {
        alsoAskedBy = alsoAskedBy == null ? List.of() : alsoAskedBy;
    }

    /** The document of an indicator. Its first lead is the one that the plan named. */
    public static NewIndicator of(Indicator of) {
        Assignment lead = of.leads.stream().min(Comparator.comparing(assignment -> assignment.id)).orElseThrow();
        return new NewIndicator(of.code(), of.target, of.name, of.nameEn, of.type, of.timeBasis, of.direction,
                of.directionSource,
                of.milestones.stream().map(MilestoneView::of).toList(),
                of.continuationRule, of.numerator, of.denominator, lead.unit(), of.leadSource, lead.validTo, of.alsoAskedBy(),
                of.adopts == null ? null : new IndicatorCode(of.adopts), of.comparedYears,
                YearlyRise.plain(of.yearlyRise));
    }

    public DateRange leadValidity() {
        return new DateRange(null, leadUntil);
    }

    /**
     * @param pointer JSON Pointer to this indicator
     * @param regime the plan's regime
     * @return every field that does not fit the type, every milestone outside the plan's years, and every superfluous regime
     */
    public List<Violation> violations(String pointer, int yearFrom, int yearTo, RegimeCode regime) {
        List<Violation> violations = new ArrayList<>();
        boolean counted = type != IndicatorType.QUALITATIVE;
        boolean timed = type == IndicatorType.RATIO || type == IndicatorType.REDUCTION;
        requirePresence(pointer + "/timeBasis", timeBasis, timed, violations);
        requirePresence(pointer + "/direction", direction, counted, violations);
        requirePresence(pointer + "/directionSource", directionSource, counted, violations);
        requirePresence(pointer + "/numerator", numerator, counted, violations);
        requirePresence(pointer + "/denominator", denominator, counted, violations);
        violations.addAll(milestoneViolations(pointer + "/milestones", milestones, counted, yearFrom, yearTo));
        boolean comparison = type == IndicatorType.REDUCTION && timeBasis == TimeBasis.COMPARISON;
        if (comparedYears != null && !comparison) {
            violations.add(Violation.at(pointer + "/comparedYears", TargetsProblem.NOT_FOR_TYPE));
        } else if (comparedYears != null && comparedYears.isComplete() && !comparedYears.isOrdered()) {
            violations.add(Violation.at(pointer + "/comparedYears", TargetsProblem.ENDS_BEFORE_IT_BEGINS));
        }
        if (yearlyRise != null && (type != IndicatorType.RATIO || direction != Direction.AT_LEAST)) {
            violations.add(Violation.at(pointer + "/yearlyRise", TargetsProblem.NOT_FOR_TYPE));
        }
        violations.addAll(new FurtherRegimes(alsoAskedBy).violations(pointer + "/alsoAskedBy", type, regime));
        return violations;
    }

    /** @param counted whether each milestone has a threshold in percent */
    static List<Violation> milestoneViolations(String pointer, List<MilestoneView> milestones, boolean counted, int yearFrom,
            int yearTo) {
        List<Violation> violations = new ArrayList<>();
        for (int i = 0; i < milestones.size(); i++) {
            String at = pointer + '/' + i;
            int year = milestones.get(i).year();
            requirePresence(at + "/percent", milestones.get(i).percent(), counted, violations);
            if (year < yearFrom || year > yearTo) {
                violations.add(Violation.at(at + "/year", TargetsProblem.MILESTONE_OUTSIDE_PLAN, String.valueOf(year),
                        String.valueOf(yearFrom), String.valueOf(yearTo)));
            }
            if (milestones.subList(0, i).stream().anyMatch(earlier -> earlier.year() == year)) {
                violations.add(Violation.at(at + "/year", TargetsProblem.DUPLICATE, String.valueOf(year)));
            }
        }
        return violations;
    }

    private static void requirePresence(String pointer, Object value, boolean required, List<Violation> violations) {
        if (required && value == null) {
            violations.add(Violation.at(pointer, TargetsProblem.REQUIRED_FOR_TYPE));
        }
        if (!required && value != null) {
            violations.add(Violation.at(pointer, TargetsProblem.NOT_FOR_TYPE));
        }
    }
}
