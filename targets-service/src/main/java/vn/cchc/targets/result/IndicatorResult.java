package vn.cchc.targets.result;

import java.util.List;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.PeriodCode;

/**
 * The result of an indicator in a period, over all units.
 *
 * @param period such as {@code 2025} or {@code 2025H1}
 * @param ratio Σ numerators over Σ denominators; null for a qualitative indicator
 * @param rating null for a counted indicator
 * @param units how many units it sums up; 0 if it comes from a survey
 * @param basis the periods on which it rests, or the survey's method
 * @param method the survey's method; null if it comes from reports
 * @param estimated whether the ratio is a mean, so that its numerator and denominator count nothing
 */
public record IndicatorResult(PeriodCode period, Ratio ratio, Rating rating, long units, List<String> basis, String method,
        boolean estimated) {

    public IndicatorResult(PeriodCode period, Ratio ratio, Rating rating, long units, List<String> basis, String method) {
        this(period, ratio, rating, units, basis, method, false);
    }

    /** @param basis the periods on which it rests */
    static IndicatorResult of(PeriodCode period, ResultTotal total, List<String> basis) {
        Rating rating = total.rating().orElse(null);
        return new IndicatorResult(period, rating == null ? total.ratio() : null, rating, total.units(), basis, null);
    }

    static IndicatorResult of(SurveyResult survey) {
        return new IndicatorResult(PeriodCode.ofYear(survey.year), survey.ratio(), null, 0,
                List.of(survey.method), survey.method, survey.rate != null);
    }
}
