package vn.cchc.values;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A unit's figure for one reporting period. The scoreboard and the consolidated report make the figure of a year of
 * these by the same rule.
 */
public interface PeriodFigure {

    Comparator<PeriodFigure> BY_CUT_OFF = Comparator.comparing((PeriodFigure figure) -> figure.window().to())
            .thenComparing(PeriodFigure::annual).thenComparing(PeriodFigure::period);

    /** Code of the period. */
    String period();

    DateRange window();

    /** Whether the period is the reporting year. */
    boolean annual();

    /**
     * The figures on which a unit's year rests, in the order of time. A stock, a comparison or a rating is taken from
     * the latest cut-off. A flow is the sum of windows that cover the unit's days of responsibility from the first one,
     * without a gap or an overlap; the longest window comes first, so the annual report replaces all others.
     *
     * @param figures the unit's figures for an indicator in the year
     * @param flow whether the indicator is a flow
     * @param responsibility the days on which the unit is responsible for the indicator
     */
    static <F extends PeriodFigure> List<F> ofYear(List<F> figures, boolean flow, List<DateRange> responsibility,
            LocalDate yearFrom) {
        if (!flow) {
            return figures.stream().max(BY_CUT_OFF).stream().toList();
        }
        List<F> windows = new ArrayList<>();
        Optional<F> next = longestFrom(yearFrom, responsibility, figures, any -> true);
        while (next.isPresent()) {
            windows.add(next.get());
            LocalDate uncovered = next.get().window().to().plusDays(1);
            next = longestFrom(uncovered, responsibility, figures, figure -> !figure.window().from().isBefore(uncovered));
        }
        return windows;
    }

    private static <F extends PeriodFigure> Optional<F> longestFrom(LocalDate day, List<DateRange> responsibility,
            List<F> figures, Predicate<F> open) {
        return responsibility.stream().filter(days -> !days.endsBefore(day))
                .map(days -> days.startsAfter(day) ? days.from() : day).min(Comparator.naturalOrder())
                .flatMap(first -> figures.stream().filter(open).filter(figure -> figure.window().contains(first))
                        .max(BY_CUT_OFF));
    }

    /** The periods of some figures, such as {@code 2025} or {@code 2025H1+2025Q3}. */
    static String periods(List<? extends PeriodFigure> figures) {
        return figures.stream().map(PeriodFigure::period).collect(Collectors.joining("+"));
    }
}
