package vn.cchc.reporting.consolidated;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.report.Rating;
import vn.cchc.values.DateRange;
import vn.cchc.values.PeriodFigure;

/**
 * The figures that a unit contributes to the total of an indicator.
 *
 * @param figures in the order of time; never empty
 */
record Contribution(List<UnitFigure> figures) {

    static Contribution single(UnitFigure figure) {
        return new Contribution(List.of(figure));
    }

    /**
     * What a unit contributes to a reporting year, by the rule of the scoreboard.
     *
     * @param figures the unit's accepted figures for the indicator in the year
     * @param responsibility the days on which the unit was responsible for the indicator
     */
    static Optional<Contribution> ofYear(List<UnitFigure> figures, boolean flow, List<DateRange> responsibility,
            LocalDate yearFrom) {
        List<UnitFigure> counted = PeriodFigure.ofYear(figures, flow, responsibility, yearFrom);
        return counted.isEmpty() ? Optional.empty() : Optional.of(new Contribution(counted));
    }

    LocalDate cutOff() {
        return figures.get(figures.size() - 1).window().to();
    }

    static IndicatorTotal total(Indicator indicator, Collection<Contribution> counted) {
        if (counted.isEmpty()) {
            return IndicatorTotal.none(indicator);
        }
        List<UnitFigure> figures = counted.stream().flatMap(contribution -> contribution.figures.stream()).toList();
        // The lowest rating that a unit gave: a state is reached when every unit has reached it.
        Rating rating = figures.stream().map(UnitFigure::rating).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(null);
        String periods = counted.stream().map(contribution -> PeriodFigure.periods(contribution.figures())).distinct().sorted()
                .collect(Collectors.joining(", "));
        return rating != null
                ? new IndicatorTotal(indicator.name(), indicator.nameEn(), null, null, rating, counted.size(), periods)
                : new IndicatorTotal(indicator.name(), indicator.nameEn(),
                        sum(figures.stream().map(UnitFigure::numerator)),
                        indicator.isYearlyAmount() ? null : sum(figures.stream().map(UnitFigure::denominator)),
                        null, counted.size(), periods);
    }

    private static BigInteger sum(Stream<Long> numbers) {
        return numbers.map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
