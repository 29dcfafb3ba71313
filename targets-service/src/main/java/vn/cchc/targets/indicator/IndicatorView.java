package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@Schema(description = "An indicator (chỉ số): what measures a target (chỉ tiêu), as defined on the day of the reading")
public record IndicatorView(@JsonIgnore Revision revision, @Schema(examples = "CT05.1") IndicatorCode code,
        @Schema(description = "Code of the plan", examples = "KH-SGDDT-2022") PlanCode plan,
        @Schema(description = "Number, within the plan, of the target that it measures", examples = "5") int target,
        String name, String nameEn,
        IndicatorType type, @Schema(nullable = true) TimeBasis timeBasis, @Schema(nullable = true) Direction direction,
        @Schema(description = "Where the direction comes from; null if there is none", nullable = true) Provenance directionSource,
        @Schema(description = "What the numerator (tử số) counts, in Vietnamese", nullable = true) String numerator,
        @Schema(description = "What the denominator (mẫu số) counts, in Vietnamese", nullable = true) String denominator,
        @Schema(description = "The milestones (mốc), by year: those that the plan prints, or those of the revision that replaced them") List<MilestoneView> milestones,
        @Schema(description = "What binds after the last milestone, until the plan ends") ContinuationRule continuationRule,
        @Schema(description = "For a reduction that is computed from yearly amounts; null otherwise", nullable = true) ComparedYears comparedYears,
        @Schema(description = "By how much the milestone rises each year; null if it does not", nullable = true) YearlyRise yearlyRise,
        @Schema(description = "The units that lead or report it") List<AssignmentView> assignments,
        @Schema(description = "The units that co-ordinate (phối hợp); they report no figure") List<CoordinatingView> coordinatingUnits,
        @Schema(description = "Where the choice of the lead unit comes from") Provenance leadSource,
        @Schema(description = "Codes of further regimes that ask for the same figure. It is entered under the plan's regime; their reports refer to it", examples = "[\"TTHC\"]") List<RegimeCode> alsoAskedBy,
        @Schema(description = "Code of the indicator of an earlier plan with which it goes on; null if it began anew", nullable = true) IndicatorCode adopts,
        @Schema(description = "Rises with every change of the definition, its assignments or its regimes") long version,
        @Schema(description = "With `includeHistory` every definition in the order of time, otherwise null", nullable = true) List<DefinitionView> history)
        implements
            Versioned {

    @Schema(name = "Milestone")
    public record MilestoneView(@Min(2000) @Max(2100) @Schema(examples = "2025") int year,
            @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4) @Schema(description = "Threshold in percent; null for a qualitative indicator, which is to be ACHIEVED", examples = "80", nullable = true) BigDecimal percent) {

        static MilestoneView of(Milestone milestone) {
            return new MilestoneView(milestone.year(),
                    milestone.percent() == null ? null : Percent.plain(milestone.percent()));
        }
    }

    @Schema(name = "IndicatorAssignment")
    public record AssignmentView(@Schema(description = "Code of the unit", examples = "VP") UnitCode unit,
            @Schema(description = "Whether the unit leads the indicator (chủ trì); every assigned unit reports it") boolean lead,
            @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
            @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo) {
    }

    @Schema(name = "IndicatorCoordinatingUnit")
    record CoordinatingView(@Schema(description = "Code of the unit", examples = "CNTT") UnitCode unit,
            @Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
            @Schema(description = "Last day; null if it has no end", nullable = true) LocalDate validTo) {
    }

    IndicatorView with(List<DefinitionView> all) {
        return new IndicatorView(revision, code, plan, target, name, nameEn, type, timeBasis, direction, directionSource,
                numerator,
                denominator, milestones, continuationRule, comparedYears, yearlyRise, assignments, coordinatingUnits,
                leadSource,
                alsoAskedBy, adopts, version, all);
    }

    /** @param day the day whose definition is shown */
    static IndicatorView of(Indicator of, LocalDate day) {
        Definition definition = of.definitionOn(day);
        return new IndicatorView(of.revision(), of.code(), of.plan.code(), of.target, definition.name(), definition.nameEn(),
                of.type, of.timeBasis,
                definition.direction(), of.directionSource, definition.numerator(), definition.denominator(),
                definition.milestones().stream().map(MilestoneView::of).toList(),
                definition.continuationRule(), of.comparedYears, YearlyRise.plain(definition.yearlyRise()),
                of.assignments.stream().sorted(Assignment.BY_UNIT)
                        .map(a -> new AssignmentView(a.unit(), a.lead, a.validFrom, a.validTo)).toList(),
                of.coordinatingUnits.stream().sorted(CoordinatingUnit.BY_UNIT)
                        .map(each -> new CoordinatingView(each.unit(), each.validFrom, each.validTo)).toList(),
                of.leadSource, of.alsoAskedBy(),
                of.adopts == null ? null : new IndicatorCode(of.adopts), of.version, null);
    }
}
