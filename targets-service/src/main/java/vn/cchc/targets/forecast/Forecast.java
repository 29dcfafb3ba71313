package vn.cchc.targets.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;

import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Milestone;
import vn.cchc.targets.result.DatedResult;

/**
 * The value that an indicator reaches on the last day of its next milestone's year if it goes on as before. It is
 * computed in floating point, because it is shown and never compared for a verdict.
 *
 * @param on the last day of the milestone's year
 * @param reason why there is no forecast; null if there is one
 * @param trend null if there is no forecast
 */
public record Forecast(Milestone milestone, LocalDate on, List<DatedResult> points, NoForecastReason reason, Trend trend,
        Direction direction) {

    /** The method, and its version. */
    public static final String METHOD = "THEIL_SEN_1";
    /** Later than any plan's end; a trend that is almost level meets a milestone in some thousand years. */
    private static final int MAX_YEARS = 50;

    static Forecast none(List<DatedResult> points, Milestone milestone, NoForecastReason reason) {
        return new Forecast(milestone, null, points, reason, null, null);
    }

    static Forecast of(Direction direction, Milestone milestone, LocalDate on, List<DatedResult> points) {
        return new Forecast(milestone, on, points, null, Trend.of(points.stream().map(Forecast::point).toList()), direction);
    }

    private static Trend.Point point(DatedResult result) {
        return new Trend.Point(result.cutOff().toEpochDay(),
                result.ratio().numerator().doubleValue() * 100 / result.ratio().denominator().doubleValue());
    }

    /** The value of the trend on a day, in percent. */
    public double percentOn(LocalDate day) {
        return within(trend.valueOn(day.toEpochDay()));
    }

    public double lowerOn(LocalDate day) {
        return within(trend.lowerValueOn(day.toEpochDay()));
    }

    public double upperOn(LocalDate day) {
        return within(trend.upperValueOn(day.toEpochDay()));
    }

    Pace pace() {
        if (!meets(percent())) {
            return Pace.OFF_TRACK;
        }
        return meets(lower()) && meets(upper()) ? Pace.ON_TRACK : Pace.AT_RISK;
    }

    public double percent() {
        return percentOn(on);
    }

    public double lower() {
        return lowerOn(on);
    }

    public double upper() {
        return upperOn(on);
    }

    /** The first day, not before the last figure, on which the trend meets the milestone; null if it never does. */
    LocalDate metOn() {
        LocalDate last = points.get(points.size() - 1).cutOff();
        if (meets(trend.valueOn(last.toEpochDay()))) {
            return last;
        }
        double day = Math.ceil(trend.dayOf(milestone.percent().doubleValue()));
        LocalDate latest = last.plusYears(MAX_YEARS);
        return day > last.toEpochDay() && day <= latest.toEpochDay() ? LocalDate.ofEpochDay((long) day) : null;
    }

    private boolean meets(double percent) {
        double threshold = milestone.percent().doubleValue();
        return direction == Direction.AT_MOST ? percent <= threshold : percent >= threshold;
    }

    /** A share is between 0 and 100 %, whatever the trend. */
    private static double within(double percent) {
        return Math.max(0, Math.min(100, percent));
    }

    /** Two decimals, for display. */
    public static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP);
    }
}
