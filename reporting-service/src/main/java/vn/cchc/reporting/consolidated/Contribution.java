package vn.cchc.reporting.consolidated;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.report.Rating;
import vn.cchc.values.DateRange;

/**
 * The figures that a unit contributes to the total of an indicator.
 *
 * @param figures in the order of time; never empty
 */
record Contribution(List<UnitFigure> figures) {

    private static final Comparator<UnitFigure> BY_CUT_OFF = Comparator
            .comparing((UnitFigure figure) -> figure.window().to()).thenComparing(UnitFigure::annual)
            .thenComparing(UnitFigure::period);

    static Contribution single(UnitFigure figure) {
        return new Contribution(List.of(figure));
    }

    /**
     * What a unit contributes to a reporting year, by the rule of the scoreboard. A flow is the sum of windows that cover the
     * unit's days of responsibility from the first one, without a gap or an overlap; the longest window comes first, so the
     * annual report replaces all others. Everything else is taken from the latest cut-off.
     *
     * @param figures the unit's accepted figures for the indicator in the year
     * @param responsibility the days on which the unit was responsible for the indicator
     */
    static Optional<Contribution> ofYear(List<UnitFigure> figures, boolean flow, List<DateRange> responsibility,
            LocalDate yearFrom) {
        if (!flow) {
            return figures.stream().max(BY_CUT_OFF).map(Contribution::single);
        }
        List<UnitFigure> windows = new ArrayList<>();
        Optional<UnitFigure> next = longestFrom(yearFrom, responsibility, figures, any -> true);
        while (next.isPresent()) {
            windows.add(next.get());
            LocalDate uncovered = next.get().window().to().plusDays(1);
            next = longestFrom(uncovered, responsibility, figures,
                    figure -> figure.window().startsAfter(uncovered.minusDays(1)));
        }
        return windows.isEmpty() ? Optional.empty() : Optional.of(new Contribution(windows));
    }

    private static Optional<UnitFigure> longestFrom(LocalDate day, List<DateRange> responsibility, List<UnitFigure> figures,
            Predicate<UnitFigure> open) {
        return responsibility.stream().filter(days -> !days.endsBefore(day))
                .map(days -> days.startsAfter(day) ? days.from() : day).min(Comparator.naturalOrder())
                .flatMap(first -> figures.stream().filter(open).filter(figure -> figure.window().contains(first))
                        .max(BY_CUT_OFF));
    }

    LocalDate cutOff() {
        return figures.get(figures.size() - 1).window().to();
    }

    /** Such as {@code 2025} or {@code 2025H1+2025Q3}. */
    private String periods() {
        return figures.stream().map(UnitFigure::period).collect(Collectors.joining("+"));
    }

    static IndicatorTotal total(Indicator indicator, Collection<Contribution> counted) {
        if (counted.isEmpty()) {
            return IndicatorTotal.none(indicator);
        }
        List<UnitFigure> figures = counted.stream().flatMap(contribution -> contribution.figures.stream()).toList();
        // The lowest rating that a unit gave: a state is reached when every unit has reached it.
        Rating rating = figures.stream().map(UnitFigure::rating).filter(Objects::nonNull).min(Comparator.naturalOrder())
                .orElse(null);
        String periods = counted.stream().map(Contribution::periods).distinct().sorted().collect(Collectors.joining(", "));
        return rating != null
                ? new IndicatorTotal(indicator.name(), indicator.nameEn(), null, null, rating, counted.size(), periods)
                : new IndicatorTotal(indicator.name(), indicator.nameEn(),
                        sum(figures.stream().map(UnitFigure::numerator)), sum(figures.stream().map(UnitFigure::denominator)),
                        null, counted.size(), periods);
    }

    private static BigInteger sum(Stream<Long> numbers) {
        return numbers.map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
