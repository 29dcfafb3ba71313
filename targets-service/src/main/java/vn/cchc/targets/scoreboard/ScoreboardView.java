package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.IndicatorRevision;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.result.IndicatorResultView;
import vn.cchc.targets.unit.Unit;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;
import vn.cchc.values.UnitCode;

@Schema(description = "A plan's indicators with their verdicts for a reporting year")
public record ScoreboardView(@Schema(examples = "KH-SGDDT-2022") PlanCode plan, @Schema(examples = "2025") int year,
        @Schema(description = "How many indicators have each verdict. An indicator with the flag STALE is counted neither as MET nor as ACHIEVED") Map<Verdict, Integer> verdicts,
        @Schema(description = "How many indicators have each flag") Map<Flag, Integer> flags,
        @Schema(description = "In the plan's order") List<Row> indicators) {

    public static final String YEAR = "The reporting year. If absent: the one in which today lies by the periods of the plan's regime, or the calendar year while no period of the regime covers today";

    @Schema(name = "ScoreboardRow")
    public record Row(@Schema(examples = "CT05.1") IndicatorCode code, @Schema(examples = "5") int target, String name,
            String nameEn,
            IndicatorType type, @Schema(nullable = true) Direction direction, Lead leadUnit,
            @Schema(description = "The milestone that binds in this year, or the first one to come; null if none binds any more", nullable = true) Due milestone,
            @Schema(description = "The result of the year; null if nothing was accepted", nullable = true) IndicatorResultView result,
            @Schema(description = "The result in percent of the milestone; null if one of them is missing or no percentage", examples = "106.25", nullable = true) BigDecimal shareOfMilestone,
            @Schema(description = "How many units' reports the result waits for; the assessment names them") long unitsMissing,
            Verdict verdict, Set<Flag> flags) {

        static Row of(Assessment of, Optional<Unit> lead) {
            var indicator = of.indicator();
            return new Row(indicator.code(), indicator.target(), of.definition().name(), of.definition().nameEn(),
                    indicator.type(),
                    of.definition().direction(), Lead.of(lead), Due.of(of),
                    of.result() == null ? null : IndicatorResultView.of(of.result()), of.shareOfMilestone(),
                    of.annual().unitsMissing(),
                    of.verdict(), of.flags());
        }
    }

    @Schema(name = "DueMilestone", description = "A milestone (mốc)")
    public record Due(@Schema(description = "The year from which it binds", examples = "2025") int year,
            @Schema(description = "Threshold in percent; null for a qualitative indicator, which must be ACHIEVED", examples = "80", nullable = true) BigDecimal percent,
            @Schema(description = "The decision that set it; null for a milestone of the plan itself", nullable = true) Decision decision) {

        /** Null if none binds any more. */
        static Due of(Assessment of) {
            return of.milestone()
                    .map(milestone -> new Due(milestone.year(), of.threshold().map(Threshold::percent).orElse(null),
                            of.definition().sourceOf(milestone).map(Decision::of).orElse(null)))
                    .orElse(null);
        }
    }

    @Schema(name = "RevisionDecision", description = "The decision of a revision")
    public record Decision(@Schema(description = "Id of the revision") UUID revision,
            @Schema(examples = "15/QĐ-SGDĐT") String number,
            LocalDate date, @Schema(description = "The office of the signer", examples = "Giám đốc Sở") String signer,
            @Schema(description = "First day on which the revision is in force") LocalDate validFrom) {

        static Decision of(IndicatorRevision of) {
            return new Decision(of.id(), of.decisionNumber(), of.decisionDate(), of.signer(), of.validFrom());
        }
    }

    @Schema(name = "LeadUnit", description = "The unit that leads (đơn vị chủ trì) on the last day of the year: the assigned one or, if that has ended, its only successor")
    public record Lead(@Schema(description = "Null if no unit leads", examples = "VP", nullable = true) UnitCode code,
            @Schema(description = "Its name, or a text that no unit leads", examples = "Văn phòng") String name,
            String nameEn) {

        static Lead of(Optional<Unit> unit) {
            return unit.map(lead -> new Lead(lead.code(), lead.name(), lead.nameEn()))
                    .orElse(new Lead(null, "Chưa có đơn vị chủ trì", "No unit leads"));
        }
    }

    static ScoreboardView of(Plan plan, ReportingYear year, List<Assessment> assessments,
            Function<Assessment, Optional<Unit>> lead) {
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        Arrays.stream(Verdict.values()).forEach(verdict -> verdicts.put(verdict, 0));
        assessments.stream().filter(Assessment::isCounted)
                .forEach(assessment -> verdicts.merge(assessment.verdict(), 1, Integer::sum));
        Map<Flag, Integer> flags = new EnumMap<>(Flag.class);
        Arrays.stream(Flag.values()).forEach(flag -> flags.put(flag, 0));
        assessments.forEach(assessment -> assessment.flags().forEach(flag -> flags.merge(flag, 1, Integer::sum)));
        return new ScoreboardView(plan.code(), year.year(), verdicts, flags,
                assessments.stream().map(assessment -> Row.of(assessment, lead.apply(assessment))).toList());
    }
}
