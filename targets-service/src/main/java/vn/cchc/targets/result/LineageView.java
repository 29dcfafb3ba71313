package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.paging.Page;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@Schema(description = "A result and the accepted figures behind it, unit by unit")
record LineageView(@Schema(examples = "CT05.1") IndicatorCode indicator, IndicatorResultView result,
        @Schema(description = "What each unit contributes; empty if the result comes from a survey") Page<ContributionView> units,
        @Schema(description = "The campaign behind it; null if the result comes from reports", nullable = true) Survey survey) {

    @Schema(name = "UnitContribution", description = "What one unit contributes to the result")
    record ContributionView(@Schema(description = "Code of the unit", examples = "VP") UnitCode unit,
            @Schema(nullable = true) BigInteger numerator, @Schema(nullable = true) BigInteger denominator,
            @Schema(description = "For display, rounded half-up", nullable = true) BigDecimal percent,
            @Schema(description = "The accepted figures that it consists of") List<AcceptedFigureView> accepted) {

        static ContributionView of(Lineage.UnitFigures of) {
            ResultTotal total = of.total();
            Ratio ratio = total.rating().isPresent() ? null : total.ratio();
            return new ContributionView(of.unit(), ratio == null ? null : ratio.numerator(),
                    ratio == null ? null : ratio.denominator(), ratio == null ? null : ratio.percent(),
                    of.figures().stream().map(AcceptedFigureView::of).toList());
        }
    }

    @Schema(name = "AcceptedFigure", description = "One indicator's figure in an accepted report")
    record AcceptedFigureView(@Schema(examples = "2025") String period, @Schema(nullable = true) Long numerator,
            @Schema(nullable = true) Long denominator, @Schema(nullable = true) Rating rating,
            @Schema(description = "The grounds of the rating", nullable = true) String statement,
            @Schema(description = "Id of the report in reporting-service") UUID report,
            @Schema(description = "1 for the first acceptance, higher after each correction") int reportVersion,
            @Schema(examples = "CCHC") String regime,
            @Schema(description = "Subject of the unit head's token") String submittedBy,
            Instant submittedAt, @Schema(description = "Subject of the reviewer's token") String acceptedBy,
            Instant acceptedAt,
            @Schema(description = "SHA-256 of the accepted report's canonical form", nullable = true) String seal) {

        static AcceptedFigureView of(UnitResult row) {
            return new AcceptedFigureView(row.period, row.numerator, row.denominator, row.rating, row.statement, row.report,
                    row.reportVersion, row.regime, row.submittedBy, row.submittedAt, row.acceptedBy, row.acceptedAt, row.seal);
        }
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
                Survey.of(survey));
    }
}
