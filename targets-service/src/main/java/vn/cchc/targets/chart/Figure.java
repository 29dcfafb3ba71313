package vn.cchc.targets.chart;

import java.math.BigDecimal;
import java.time.LocalDate;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.PeriodCode;

/**
 * An accepted figure with its place in the picture.
 *
 * @param day the cut-off day, or the last day of the window
 * @param value percent, or the number of the rating from the lowest to the highest
 * @param provisional whether a report to come will change it
 */
record Figure(PeriodCode period, LocalDate day, BigDecimal value, String label, boolean provisional) {

    static Figure of(PeriodCode period, LocalDate day, Ratio ratio, boolean provisional) {
        return new Figure(period, day, ratio.percent(), Texts.percent(ratio.percent()), provisional);
    }

    static Figure of(PeriodCode period, LocalDate day, Rating rating, boolean provisional) {
        return new Figure(period, day, BigDecimal.valueOf(rating.ordinal()), Texts.text("rating." + rating), provisional);
    }

    String described() {
        return Texts.text(provisional ? "desc.figure.provisional" : "desc.figure", period, Texts.day(day), label);
    }
}
