package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.ContinuationRule;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.result.IndicatorResultView;
import vn.cchc.targets.unit.Unit;

@Schema(description = "The verdict on an indicator in a year, and why")
record AssessmentView(@Schema(examples = "CT05.1") String indicator, @Schema(examples = "2025") int year, Verdict verdict,
        Set<Flag> flags, @Schema(description = "ChangeReason, in Vietnamese") String explanation,
        @Schema(description = "ChangeReason, in English") String explanationEn,
        @Schema(description = "What was accepted for the year", nullable = true) IndicatorResultView figure,
        @Schema(description = "What was accepted for the year before", nullable = true) IndicatorResultView yearBefore,
        @Schema(description = "What binds, or is the first to bind", nullable = true) ScoreboardView.Due milestone,
        @Schema(description = "How the figure is compared with it", nullable = true) Direction direction,
        @Schema(description = "What binds in the years after a milestone") ContinuationRule continuationRule,
        @Schema(description = "How much of the milestone is reached, in percent of it", nullable = true) BigDecimal shareOfMilestone,
        @Schema(description = "How many units are to report it") int unitsExpected, ScoreboardView.Lead leadUnit,
        @Schema(description = "Version of the indicator's definition") long definitionVersion) {

    static AssessmentView of(Assessment of, Optional<Unit> lead) {
        var indicator = of.indicator();
        return new AssessmentView(indicator.code().value(), of.year().year(), of.verdict(), of.flags(),
                Explanation.VIETNAMESE.of(of),
                Explanation.ENGLISH.of(of), of.figure() == null ? null : IndicatorResultView.of(of.figure()),
                of.before() == null ? null : IndicatorResultView.of(of.before()),
                of.milestone().map(ScoreboardView.Due::of).orElse(null),
                indicator.direction(), indicator.continuationRule(), of.shareOfMilestone(),
                indicator.reportersOn(of.year().lastDay()), ScoreboardView.Lead.of(lead), indicator.version());
    }
}
