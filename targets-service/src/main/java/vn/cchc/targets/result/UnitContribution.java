package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import vn.cchc.targets.indicator.TimeBasis;

/**
 * What a unit contributes to a reporting year: the current figures on which its year rests. A stock, a comparison or a rating
 * is taken from the latest cut-off. A flow is the sum of windows that cover the unit's days of responsibility from the first
 * one, without a gap or an overlap; the longest window comes first, so the annual report replaces all others.
 *
 * @param figures in the order of time; never empty
 */
record UnitContribution(List<UnitResult> figures) {

    private static final Comparator<UnitResult> BY_CUT_OFF = Comparator.comparing(UnitResult::cutOff)
            .thenComparing(figure -> figure.annual).thenComparing(UnitResult::period);

    /** @param figures the unit's current figures for an indicator and a reporting year */
    static Optional<UnitContribution> of(List<UnitResult> figures, TimeBasis basis, Responsibility responsibility) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        if (basis != TimeBasis.FLOW) {
            return figures.stream().max(BY_CUT_OFF).map(UnitContribution::single);
        }
        List<UnitResult> windows = windows(figures, responsibility);
        return windows.isEmpty() ? Optional.empty() : Optional.of(new UnitContribution(windows));
    }

    /** The contribution to the figure's own period. */
    static UnitContribution single(UnitResult figure) {
        return new UnitContribution(List.of(figure));
    }

    private static List<UnitResult> windows(List<UnitResult> figures, Responsibility responsibility) {
        List<UnitResult> windows = new ArrayList<>();
        LocalDate uncovered = figures.get(0).yearFrom;
        Optional<UnitResult> next = longestFrom(uncovered, responsibility, figures);
        while (next.isPresent()) {
            windows.add(next.get());
            uncovered = next.get().cutOff().plusDays(1);
            next = longestFrom(uncovered, responsibility, figures.stream().filter(startsFrom(uncovered)).toList());
        }
        return windows;
    }

    private static Predicate<UnitResult> startsFrom(LocalDate day) {
        return figure -> !figure.periodFrom.isBefore(day);
    }

    private static Optional<UnitResult> longestFrom(LocalDate day, Responsibility responsibility, List<UnitResult> figures) {
        return responsibility.firstDayFrom(day)
                .flatMap(first -> figures.stream().filter(figure -> figure.window().contains(first)).max(BY_CUT_OFF));
    }

    /** Such as {@code 2025} or {@code 2025H1+2025Q3}. */
    String basis() {
        return figures.stream().map(UnitResult::period).collect(Collectors.joining("+"));
    }

    ResultTotal total() {
        ResultTotal sum = figures.stream().map(UnitResult::total).reduce(ResultTotal.NONE, ResultTotal::plus);
        return new ResultTotal(1, sum.numerator(), sum.denominator(), sum.notAchieved(), sum.partlyAchieved(), sum.achieved());
    }

    UnitResult latest() {
        return figures.get(figures.size() - 1);
    }
}
