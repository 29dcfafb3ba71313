package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.paging.Page;
import vn.cchc.values.IndicatorCode;

@Schema(description = "A result and the accepted figures behind it, unit by unit")
record LineageView(@Schema(examples = "CT05.1") IndicatorCode indicator, IndicatorResultView result,
        @Schema(description = "What each unit contributes; empty if the result comes from a survey") Page<ContributionView> units,
        @Schema(description = "The campaign behind it; null if the result comes from reports", nullable = true) Survey survey,
        @Schema(description = "With `includeHistory`, of a result that comes from a survey: every published version of this method, in the order of time; otherwise null. Of reports, each unit has its own", nullable = true) List<SurveyVersion> history) {

    @Schema(description = "A published version of a satisfaction index")
    record SurveyVersion(IndicatorResultView result, Survey survey) {
    }

    @Schema(description = "The campaign (đợt khảo sát) behind a satisfaction index")
    record Survey(@Schema(description = "Id of the campaign in survey-service") UUID campaign, String questionnaire,
            int questionnaireVersion, @Schema(description = "How answers are aggregated", examples = "POOLED") String method,
            int methodVersion,
            @Schema(description = "1 for the first publication, higher for each one by decision") int resultVersion,
            @Schema(description = "People who answered") long respondents,
            @Schema(description = "Lower end of the 95 % interval, in percent", nullable = true) BigDecimal lower,
            @Schema(description = "Upper end of it, in percent", nullable = true) BigDecimal upper,
            @Schema(description = "How the interval was computed", examples = "WILSON", nullable = true) String intervalMethod,
            @Schema(description = "Subject of the token that published") String publishedBy, Instant publishedAt) {

        static Survey of(SurveyResult of) {
            return new Survey(of.campaign, of.questionnaire, of.questionnaireVersion, of.method, of.methodVersion,
                    of.resultVersion, of.respondents, of.lower, of.upper, of.intervalMethod, of.publishedBy, of.publishedAt);
        }
    }

    static LineageView of(IndicatorCode indicator, SurveyResult survey) {
        return new LineageView(indicator, IndicatorResultView.of(IndicatorResult.of(survey)), new Page<>(List.of(), null),
                Survey.of(survey), null);
    }

    LineageView with(List<SurveyResult> versions) {
        return new LineageView(indicator, result, units, survey, versions.stream()
                .map(each -> new SurveyVersion(IndicatorResultView.of(IndicatorResult.of(each)), Survey.of(each))).toList());
    }
}
