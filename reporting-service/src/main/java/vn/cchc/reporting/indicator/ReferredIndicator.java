package vn.cchc.reporting.indicator;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.rest.problem.Violation;

/**
 * An indicator that a unit reports under another regime. A report of this regime refers to the figure.
 *
 * @param source the period of the other regime whose figure is referred to; empty if there is none yet
 * @param until the last day of the referring period
 */
public record ReferredIndicator(Indicator indicator, Optional<Period> source, LocalDate until) {

    /**
     * @param referring the period of the report that refers to the figure
     * @param periods the periods of other regimes that end within the referring period or before
     */
    static ReferredIndicator of(Indicator indicator, Period referring, Collection<Period> periods) {
        return new ReferredIndicator(indicator, periods.stream()
                .filter(period -> period.regime().equals(indicator.regime()) && indicator.isReportedIn(period))
                .filter(period -> !indicator.isFlow() || period.year() == referring.year())
                .max(closestTo(referring)), referring.to());
    }

    /** The latest cut-off; of two windows that end on one day the same as the referring one, or else the longer one. */
    private static Comparator<Period> closestTo(Period referring) {
        return Comparator.comparing(Period::to).thenComparing(period -> period.from().equals(referring.from()))
                .thenComparing(Period::from, Comparator.reverseOrder());
    }

    /** The refusal of an entry. */
    public Violation violation(String pointer, String unit) {
        return source
                .map(period -> Violation.at(pointer, ReportingProblem.ENTERED_UNDER_OTHER_REGIME, indicator.code(),
                        indicator.regime(), period.code(), unit))
                .orElseGet(() -> Violation.at(pointer, ReportingProblem.OTHER_REGIME_WITHOUT_PERIOD, indicator.code(),
                        indicator.regime(), until));
    }
}
