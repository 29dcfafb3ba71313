package vn.cchc.targets.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The trend of points by Theil and Sen: the median of the slopes between any two points, through the point of the
 * medians. Up to 29 % of the points can be wrong without an effect. The interval of the slope has a confidence of 95 %
 * (Sen 1968, by Kendall's variance with ties); with few points it is that of the extreme slopes.
 *
 * @param slope change a day
 */
record Trend(double slope, double lowerSlope, double upperSlope, double medianDay, double medianValue) {

    static final int MIN_POINTS = 3;
    private static final double QUANTILE = 1.959963984540054;

    /** A value on a day, counted from any day. */
    record Point(double day, double value) {
    }

    static Trend of(List<Point> points) {
        if (points.size() < MIN_POINTS) {
            throw new IllegalArgumentException("a trend needs " + MIN_POINTS + " points: " + points.size());
        }
        double[] slopes = slopes(points);
        double margin = QUANTILE * Math.sqrt(variance(points));
        int lower = (int) Math.max(0, Math.rint((slopes.length - margin) / 2) - 1);
        int upper = (int) Math.min(slopes.length - 1, Math.rint((slopes.length + margin) / 2));
        return new Trend(median(slopes), slopes[lower], slopes[upper], median(points, Point::day),
                median(points, Point::value));
    }

    double valueOn(double day) {
        return valueOn(day, slope);
    }

    double lowerValueOn(double day) {
        return Math.min(valueOn(day, lowerSlope), valueOn(day, upperSlope));
    }

    double upperValueOn(double day) {
        return Math.max(valueOn(day, lowerSlope), valueOn(day, upperSlope));
    }

    /** The day on which the trend has a value; infinite if it never has. */
    double dayOf(double value) {
        return medianDay + (value - medianValue) / slope;
    }

    private double valueOn(double day, double of) {
        return medianValue + of * (day - medianDay);
    }

    private static double[] slopes(List<Point> points) {
        return IntStream.range(0, points.size()).boxed()
                .flatMapToDouble(i -> points.subList(i + 1, points.size()).stream()
                        .filter(later -> later.day() != points.get(i).day())
                        .mapToDouble(later -> (later.value() - points.get(i).value()) / (later.day() - points.get(i).day())))
                .sorted().toArray();
    }

    private static double variance(List<Point> points) {
        return (term(points.size()) - ties(points, Point::day) - ties(points, Point::value)) / 18;
    }

    private static double ties(List<Point> points, Function<Point, Double> of) {
        Map<Double, Long> counts = points.stream().collect(Collectors.groupingBy(of, Collectors.counting()));
        return counts.values().stream().filter(count -> count > 1).mapToDouble(Trend::term).sum();
    }

    private static double term(double n) {
        return n * (n - 1) * (2 * n + 5);
    }

    private static double median(List<Point> points, ToDoubleFunction<Point> of) {
        return median(points.stream().mapToDouble(of).sorted().toArray());
    }

    private static double median(double[] sorted) {
        return Arrays.stream(sorted, (sorted.length - 1) / 2, sorted.length / 2 + 1).average().orElseThrow();
    }
}
