package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import vn.cchc.targets.indicator.TimeBasis;

/**
 * What one unit brings to a year: the accepted rows that its year's figure rests on. A stock, a span or a rating is taken
 * from the latest cut-off. A flow is the annual report's figure; until that is accepted it is the sum of accepted windows
 * that cover the year from its first day without a gap or an overlap: the half-year and the third quarter, else the
 * half-year, else the first quarter.
 *
 * @param rows in the order of time; never empty
 * @param complete whether nothing that is still to come will replace it: false for a flow before the annual report
 */
record UnitContribution(List<UnitResult> rows, boolean complete) {

    private static final Comparator<UnitResult> BY_CUT_OFF = Comparator.comparing(UnitResult::periodTo)
            .thenComparing(row -> row.annual).thenComparing(UnitResult::period);

    static Optional<UnitContribution> of(List<UnitResult> accepted, TimeBasis measure) {
        if (measure != TimeBasis.FLOW) {
            return accepted.stream().max(BY_CUT_OFF).map(latest -> new UnitContribution(List.of(latest), true));
        }
        Optional<UnitResult> annual = accepted.stream().filter(row -> row.annual).findFirst();
        if (annual.isPresent()) {
            return Optional.of(new UnitContribution(List.of(annual.get()), true));
        }
        List<UnitResult> chain = chain(accepted);
        return chain.isEmpty() ? Optional.empty() : Optional.of(new UnitContribution(chain, false));
    }

    /** A row that is a figure of its own: that of its period. */
    static UnitContribution alone(UnitResult row) {
        return new UnitContribution(List.of(row), true);
    }

    /** The longest window from the year's first day, then the longest from the day after it, and so on. */
    private static List<UnitResult> chain(List<UnitResult> accepted) {
        List<UnitResult> chain = new ArrayList<>();
        Optional<UnitResult> next = accepted.isEmpty() ? Optional.empty() : longestFrom(accepted.get(0).yearFrom, accepted);
        while (next.isPresent()) {
            chain.add(next.get());
            next = longestFrom(next.get().periodTo.plusDays(1), accepted);
        }
        return chain;
    }

    private static Optional<UnitResult> longestFrom(LocalDate day, List<UnitResult> accepted) {
        return accepted.stream().filter(row -> row.periodFrom.equals(day)).max(BY_CUT_OFF);
    }

    /** Such as {@code 2025} or {@code 2025H1+2025Q3}. */
    String basis() {
        return rows.stream().map(UnitResult::period).collect(Collectors.joining("+"));
    }

    ResultTotal tally() {
        ResultTotal sum = rows.stream().map(UnitResult::tally).reduce(ResultTotal.NONE, ResultTotal::plus);
        return new ResultTotal(1, sum.numerator(), sum.denominator(), sum.notAchieved(), sum.partlyAchieved(), sum.achieved());
    }

    UnitResult latest() {
        return rows.get(rows.size() - 1);
    }

    /** When the unit's next report of the year is due, after which this share is stale; null once the year is reported. */
    LocalDate nextDue() {
        return latest().annual ? null : latest().nextDue;
    }
}
