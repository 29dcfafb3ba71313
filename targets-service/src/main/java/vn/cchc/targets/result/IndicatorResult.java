package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;

/**
 * What an indicator came to in a period, over all units.
 *
 * @param period such as {@code 2025} or {@code 2025H1}
 * @param ratio Σ numerators over Σ denominators; null for a qualitative indicator
 * @param rating null for a counted indicator
 * @param units how many units are in it; 0 where it comes from a survey
 * @param complete whether nothing that is still to come will replace a part of it
 * @param nextDue the earliest day on which a report that is still to come was due; null where none is
 * @param basis on which periods it rests
 */
public record IndicatorResult(String period, int year, Ratio ratio, Rating rating, long units, boolean complete,
        LocalDate nextDue,
        List<String> basis) {

    static Optional<IndicatorResult> of(List<ResultAggregate> parts) {
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        ResultAggregate any = parts.get(0);
        ResultTotal sum = parts.stream().map(ResultAggregate::tally).reduce(ResultTotal.NONE, ResultTotal::plus);
        Rating rating = sum.rating().orElse(null);
        boolean complete = parts.stream().allMatch(part -> part.complete);
        LocalDate due = parts.stream().map(part -> part.nextDue).filter(Objects::nonNull).min(LocalDate::compareTo)
                .orElse(null);
        return Optional.of(
                new IndicatorResult(any.period, any.year, rating == null ? sum.ratio() : null, rating, sum.units(), complete,
                        due, parts.stream().map(part -> part.basis).sorted().toList()));
    }

    static IndicatorResult of(SurveyResult survey) {
        return new IndicatorResult(String.valueOf(survey.year), survey.year, Ratio.of(survey.satisfied, survey.answers), null,
                0, true,
                null, List.of(survey.method));
    }

    boolean isOfYear() {
        return period.equals(String.valueOf(year));
    }

    public boolean isOverdueOn(LocalDate day) {
        return nextDue != null && day.isAfter(nextDue);
    }
}
