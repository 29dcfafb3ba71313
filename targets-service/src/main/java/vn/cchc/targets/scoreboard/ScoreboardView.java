package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.indicator.Percent;
import vn.cchc.targets.result.IndicatorResultView;
import vn.cchc.targets.unit.Unit;

@Schema(description = "All indicators of the plan with their verdicts for a year")
record ScoreboardView(@Schema(examples = "2025") int year,
        @Schema(description = "How many indicators have each verdict") Map<Verdict, Integer> verdicts,
        @Schema(description = "How many indicators have each flag") Map<Flag, Integer> flags,
        @Schema(description = "In the plan's order") List<Row> indicators) {

    @Schema(name = "ScoreboardRow")
    record Row(@Schema(examples = "CT05.1") String code, @Schema(examples = "5") int target, String name, String nameEn,
            IndicatorType type, @Schema(nullable = true) Direction direction, Lead leadUnit,
            @Schema(description = "What binds in this year, or the first milestone where none is due yet; null where the plan gives no figure any more", nullable = true) Due milestone,
            @Schema(description = "What was accepted for the year; null where nothing was", nullable = true) IndicatorResultView figure,
            @Schema(description = "How much of the milestone is reached, in percent of it; null where that cannot be said", examples = "106.25", nullable = true) BigDecimal shareOfMilestone,
            Verdict verdict, Set<Flag> flags) {

        static Row of(Assessment of, Optional<Unit> lead) {
            var indicator = of.indicator();
            return new Row(indicator.code().value(), indicator.target(), indicator.name(), indicator.nameEn(), indicator.type(),
                    indicator.direction(), Lead.of(lead), of.milestone().map(Due::of).orElse(null),
                    of.figure() == null ? null : IndicatorResultView.of(of.figure()), of.shareOfMilestone(), of.verdict(),
                    of.flags());
        }
    }

    @Schema(name = "DueMilestone", description = "A milestone (mốc)")
    record Due(@Schema(description = "The year in which it was printed", examples = "2025") int year,
            @Schema(description = "Threshold in percent; null for a qualitative indicator, which is to be ACHIEVED", examples = "80", nullable = true) BigDecimal percent) {

        static Due of(Milestone milestone) {
            return new Due(milestone.year(), milestone.percent() == null ? null : Percent.plain(milestone.percent()));
        }
    }

    @Schema(name = "LeadUnit", description = "The unit that leads (đơn vị chủ trì) on the year's last day")
    record Lead(@Schema(description = "Null where no unit leads", examples = "VP", nullable = true) String code,
            @Schema(description = "Its name, or that there is none", examples = "Văn phòng") String name, String nameEn) {

        static Lead of(Optional<Unit> unit) {
            return unit.map(lead -> new Lead(lead.code(), lead.name(), lead.nameEn()))
                    .orElse(new Lead(null, "Chưa có đơn vị chủ trì", "No unit leads"));
        }
    }

    static ScoreboardView of(ReportingYear year, List<Assessment> assessments, Function<Assessment, Optional<Unit>> lead) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Arrays.stream(Verdict.values()).forEach(verdict -> verdicts.put(verdict, 0));
        Map<Flag, Integer> flags = new EnumMap<>(Flag.class);
        Arrays.stream(Flag.values()).forEach(flag -> flags.put(flag, 0));
        for (Assessment assessment : assessments) {
            verdicts.merge(assessment.verdict(), 1, Integer::sum);
            assessment.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum));
        }
        return new ScoreboardView(year.year(), verdicts, flags,
                assessments.stream().map(assessment -> Row.of(assessment, lead.apply(assessment))).toList());
    }
}
