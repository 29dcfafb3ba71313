package vn.cchc.targets.scoreboard;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.paging.Page;
import vn.cchc.targets.indicator.ContinuationRule;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.result.ContributionView;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.result.IndicatorResultView;
import vn.cchc.targets.unit.Unit;
import vn.cchc.values.IndicatorCode;

@Schema(description = "The verdict on an indicator in a reporting year, and its grounds")
record AssessmentView(@Schema(examples = "CT05.1") IndicatorCode indicator, @Schema(examples = "2025") int year,
        Verdict verdict,
        Set<Flag> flags, Grounds grounds,
        @Schema(description = "The grounds, in Vietnamese") String explanation,
        @Schema(description = "The grounds, in English") String explanationEn,
        @Schema(description = "The result of the year; null if nothing was accepted", nullable = true) IndicatorResultView result,
        @Schema(description = "The accepted figures behind the result, unit by unit: numerator and denominator, or rating and statement; who accepted them, and what proves them. Empty if the result comes from a survey") Page<ContributionView> contributions,
        @Schema(description = "The yearly amounts of which the result is computed; null unless the indicator compares spans of years", nullable = true) MeanReductionView reduction,
        @Schema(description = "Methods of further survey results for the year. Each is a series of its own, and has no part in this assessment", examples = "[\"DOSSIERS\"]") List<String> otherMethods,
        @Schema(description = "The result of the year before; null if nothing was accepted. Of a survey, by the same method only", nullable = true) IndicatorResultView yearBefore,
        @Schema(description = "Methods of survey results for the year before that are not compared, because this year's result has another method", examples = "[]") List<String> yearBeforeOtherMethods,
        @Schema(description = "The milestone that binds, or the first one to come", nullable = true) ScoreboardView.Due milestone,
        @Schema(description = "Where its threshold comes from; null without one", nullable = true) Threshold.Source milestoneSource,
        @Schema(description = "How the result is compared with the milestone", nullable = true) Direction direction,
        @Schema(description = "Which milestone binds in the years after the last one") ContinuationRule continuationRule,
        @Schema(description = "The result in percent of the milestone", nullable = true) BigDecimal shareOfMilestone,
        @Schema(description = "What the annual report or the rest of the year has to bring so that the milestone is met, if the figures so far stay as they are; null once the result is final", nullable = true) StillRequiredView stillRequired,
        @Schema(description = "How many units must report the indicator in the last period of the year") long unitsExpected,
        @Schema(description = "How many units' reports the result waits for") long unitsMissing,
        @Schema(description = "The reports for which the result waits, and the overdue ones, by unit") Page<AwaitedReportView> awaitedReports,
        ScoreboardView.Lead leadUnit, @Schema(description = "Version of the indicator's definition") long definitionVersion) {

    static AssessmentView of(Assessment of, Optional<Unit> lead, Page<AwaitedReportView> awaited,
            Page<ContributionView> contributions) {
        var indicator = of.indicator();
        return new AssessmentView(indicator.code(), of.year().year(), of.verdict(), of.flags(), Grounds.of(of),
                Explanation.VIETNAMESE.of(of), Explanation.ENGLISH.of(of), view(of.result()), contributions,
                of.annual().reduction() == null ? null : MeanReductionView.of(of.annual().reduction()),
                of.annual().otherMethods(), view(of.before().result()), of.before().otherMethods(),
                ScoreboardView.Due.of(of), of.threshold().map(Threshold::source).orElse(null), of.definition().direction(),
                of.definition().continuationRule(),
                of.shareOfMilestone(), of.stillRequired().map(StillRequiredView::of).orElse(null), of.annual().unitsExpected(),
                of.annual().unitsMissing(), awaited,
                ScoreboardView.Lead.of(lead),
                indicator.version());
    }

    private static IndicatorResultView view(IndicatorResult result) {
        return result == null ? null : IndicatorResultView.of(result);
    }
}
