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

@Schema(description = "A figure and the accepted rows behind it: where it comes from, unit by unit")
record LineageView(@Schema(examples = "CT05.1") String indicator, IndicatorResultView figure,
        @Schema(description = "What each unit brings; empty where the figure comes from a survey") Page<UnitShare> units,
        @Schema(description = "The campaign behind it, where the figure comes from a survey", nullable = true) Survey survey) {

    @Schema(description = "What one unit brings to the figure")
    record UnitShare(@Schema(description = "Code of the unit", examples = "VP") String unit,
            @Schema(nullable = true) BigInteger numerator, @Schema(nullable = true) BigInteger denominator,
            @Schema(description = "For display, rounded half-up", nullable = true) BigDecimal percent,
            @Schema(description = "The accepted reports' rows that it is made of") List<AcceptedRow> accepted) {

        static UnitShare of(Lineage.Contribution brought) {
            ResultTotal sum = brought.share().map(UnitContribution::tally).orElse(ResultTotal.NONE);
            Ratio ratio = sum.units() == 0 || sum.rating().isPresent() ? null : sum.ratio();
            return new UnitShare(brought.unit(), ratio == null ? null : ratio.numerator(),
                    ratio == null ? null : ratio.denominator(), ratio == null ? null : ratio.percent(),
                    brought.share().stream().flatMap(share -> share.rows().stream()).map(AcceptedRow::of).toList());
        }
    }

    @Schema(description = "One indicator's row of an accepted report")
    record AcceptedRow(@Schema(examples = "2025") String period, @Schema(nullable = true) Long numerator,
            @Schema(nullable = true) Long denominator, @Schema(nullable = true) Rating rating,
            @Schema(description = "What the rating rests on", nullable = true) String statement,
            @Schema(description = "Id of the report in reporting-service") UUID report,
            @Schema(description = "1 for the first acceptance, higher after each correction") int reportVersion,
            @Schema(examples = "CCHC") String regime,
            @Schema(description = "Subject of the unit head's token") String submittedBy,
            Instant submittedAt, @Schema(description = "Subject of the reviewer's token") String acceptedBy,
            Instant acceptedAt,
            @Schema(description = "SHA-256 of the accepted report's canonical form", nullable = true) String seal) {

        static AcceptedRow of(UnitResult row) {
            return new AcceptedRow(row.period, row.numerator, row.denominator, row.rating, row.statement, row.report,
                    row.reportVersion, row.regime, row.submittedBy, row.submittedAt, row.acceptedBy, row.acceptedAt, row.seal);
        }
    }

    @Schema(description = "The campaign (đợt khảo sát) behind a satisfaction index")
    record Survey(@Schema(description = "Id of the campaign in survey-service") UUID campaign, String questionnaire,
            int questionnaireVersion, @Schema(description = "How answers are put together", examples = "POOLED") String method,
            int methodVersion, @Schema(description = "People who answered") long respondents,
            @Schema(description = "Lower end of the 95 % Wilson interval, in percent", nullable = true) BigDecimal lower,
            @Schema(description = "Upper end of it, in percent", nullable = true) BigDecimal upper,
            @Schema(description = "Subject of the token that published") String publishedBy, Instant publishedAt) {

        static Survey of(SurveyResult of) {
            return new Survey(of.campaign, of.questionnaire, of.questionnaireVersion, of.method, of.methodVersion,
                    of.respondents, of.lower, of.upper, of.publishedBy, of.publishedAt);
        }
    }

    static LineageView of(String indicator, SurveyResult survey) {
        return new LineageView(indicator, IndicatorResultView.of(IndicatorResult.of(survey)), new Page<>(List.of(), null),
                Survey.of(survey));
    }
}
