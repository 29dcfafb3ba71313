package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

@Schema(description = "An indicator: one measurable or qualitative row of a target")
record IndicatorView(@Schema(examples = "CT05.1") IndicatorCode code,
        @Schema(description = "Code of the plan", examples = "KH-SGDDT-2022") PlanCode plan,
        @Schema(description = "Number, within the plan, of the target that it measures", examples = "5") int target,
        String name, String nameEn,
        IndicatorType type, @Schema(nullable = true) TimeBasis timeBasis, @Schema(nullable = true) Direction direction,
        @Schema(description = "What is counted above the line (tử số), in Vietnamese", nullable = true) String numerator,
        @Schema(description = "What is counted below the line (mẫu số), in Vietnamese", nullable = true) String denominator,
        @Schema(description = "The figures that the plan prints, by year") List<MilestoneView> milestones,
        @Schema(description = "What binds after the last of them") ContinuationRule continuationRule,
        @Schema(description = "Who leads and who reports it, with the days for which that holds") List<AssignmentView> assignments,
        @Schema(description = "Rises with every change of the definition or of its assignments") long version) {

    @Schema(name = "Milestone")
    record MilestoneView(@Schema(examples = "2025") int year,
            @Schema(description = "Threshold in percent; null for a qualitative indicator, which is to be ACHIEVED", examples = "80", nullable = true) BigDecimal percent) {
    }

    @Schema(name = "IndicatorAssignment")
    record AssignmentView(@Schema(description = "Code of the unit", examples = "VP") UnitCode unit,
            @Schema(description = "Whether it leads (chủ trì)") boolean lead, @Schema(nullable = true) LocalDate validFrom,
            @Schema(nullable = true) LocalDate validTo) {
    }

    static IndicatorView of(Indicator of) {
        return new IndicatorView(of.code(), of.plan.code(), of.target, of.name, of.nameEn, of.type, of.timeBasis, of.direction,
                of.numerator,
                of.denominator, of.milestones.stream().map(m -> new MilestoneView(m.year(), plain(m.percent()))).toList(),
                of.continuationRule, of.assignments.stream().sorted(Assignment.BY_UNIT)
                        .map(a -> new AssignmentView(a.unit(), a.lead, a.validFrom, a.validTo)).toList(),
                of.version);
    }

    private static BigDecimal plain(BigDecimal percent) {
        return percent == null ? null : Percent.plain(percent);
    }
}
