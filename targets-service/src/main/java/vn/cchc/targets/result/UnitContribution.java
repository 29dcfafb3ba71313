package vn.cchc.targets.result;

import java.util.List;
import java.util.Optional;

import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.values.PeriodFigure;

/**
 * What a unit contributes to a reporting year: the current figures on which its year rests, by {@link PeriodFigure#ofYear}.
 *
 * @param figures in the order of time; never empty
 */
record UnitContribution(List<UnitResult> figures) {

    /** @param figures the unit's current figures for an indicator and a reporting year */
    static Optional<UnitContribution> of(List<UnitResult> figures, TimeBasis basis, Responsibility responsibility) {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        List<UnitResult> counted = PeriodFigure.ofYear(figures, basis == TimeBasis.FLOW, responsibility.days(),
                figures.get(0).yearFrom);
        return counted.isEmpty() ? Optional.empty() : Optional.of(new UnitContribution(counted));
    }

    /** The contribution to the figure's own period. */
    static UnitContribution single(UnitResult figure) {
        return new UnitContribution(List.of(figure));
    }

    /** Such as {@code 2025} or {@code 2025H1+2025Q3}. */
    String basis() {
        return PeriodFigure.periods(figures);
    }

    ResultTotal total() {
        ResultTotal sum = figures.stream().map(UnitResult::total).reduce(ResultTotal.NONE, ResultTotal::plus);
        return new ResultTotal(1, sum.numerator(), sum.denominator(), sum.notAchieved(), sum.partlyAchieved(), sum.achieved());
    }

    UnitResult latest() {
        return figures.get(figures.size() - 1);
    }
}
