package vn.cchc.reporting.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.apache.commons.numbers.fraction.BigFraction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {

    /** NIST/SEMATECH e-Handbook, 7.1.6, "What are outliers in the data?". */
    private static final int[] NIST = { 30, 171, 184, 201, 212, 250, 265, 270, 272, 289, 305, 306, 322, 322, 336, 346, 351,
            370, 390, 404, 409, 411, 436, 437, 439, 441, 444, 448, 451, 453, 470, 480, 482, 487, 494, 495, 499, 503, 514, 521,
            522, 527, 548, 550, 559, 560, 570, 572, 574, 578, 585, 592, 592, 607, 616, 618, 621, 629, 637, 638, 640, 656, 668,
            707, 709, 719, 737, 739, 752, 758, 766, 792, 792, 794, 802, 818, 830, 832, 843, 858, 860, 869, 918, 925, 953, 991,
            1000, 1005, 1068, 1441 };

    private static final BigFraction THRESHOLD = fraction("3.5");
    private static final BigFraction FENCES = fraction("1.5");

    @Test
    void theFencesAreThoseOfTheNistHandbook() {
        List<BigFraction> values = IntStream.of(NIST).mapToObj(BigFraction::of).toList();

        Limits limits = Limits.ofFences(values, FENCES);

        assertThat(values).hasSize(90);
        assertThat(limits).isEqualTo(new Limits(fraction("559.5"), fraction("-39"), fraction("1211")));
        assertThat(values).filteredOn(value -> !limits.contains(value)).containsExactly(BigFraction.of(1441));
    }

    /** Two outliers among ten values hide each other from the plain z-score, which is below 2 for both. */
    @Test
    void theModifiedScoreFindsOutliersThatHideEachOther() {
        List<BigFraction> values = Stream.of("2.1", "2.6", "2.4", "2.5", "2.3", "2.1", "2.3", "2.6", "8.2", "8.3")
                .map(LimitsTest::fraction).toList();

        Limits limits = Limits.ofModifiedZScore(values, THRESHOLD);

        assertThat(limits.median()).isEqualTo(fraction("2.45"));
        // 0.6745 · (x − 2.45) / 0.15 = 3.5
        assertThat(limits.upper().doubleValue()).isCloseTo(2.45 + 3.5 * 0.15 / 0.6745, within(1e-12));
        assertThat(values).filteredOn(value -> !limits.contains(value)).containsExactly(fraction("8.2"), fraction("8.3"));
        assertThat(values).noneMatch(value -> Math.abs(zScore(values, value)) > 3);
    }

    @Test
    void aScoreOfExactlyTheThresholdIsNoOutlier() {
        // Median 50, MAD 0.6745: the score of x is x − 50.
        List<BigFraction> values = Stream.of("49.3255", "49.3255", "50", "50.6745", "50.6745").map(LimitsTest::fraction)
                .toList();

        Limits limits = Limits.ofModifiedZScore(values, THRESHOLD);

        assertThat(limits.contains(fraction("53.5"))).isTrue();
        assertThat(limits.contains(fraction("53.500000000000000001"))).isFalse();
    }

    @Test
    void withoutASpreadTheMeanDeviationTakesThePlaceOfTheMedianDeviation() {
        List<BigFraction> values = Stream.of(85, 85, 85, 85, 85, 85, 85, 93).map(BigFraction::of).toList();

        Limits limits = Limits.ofModifiedZScore(values, THRESHOLD);

        assertThat(limits.upper()).isEqualTo(fraction("85").add(fraction("1.253314").multiply(fraction("3.5"))));
    }

    @Test
    void equalValuesAllowOnlyThemselvesUnlessADistanceIsAllowed() {
        Limits limits = Limits.ofModifiedZScore(Collections.nCopies(8, BigFraction.of(85)), THRESHOLD);

        assertThat(limits.contains(BigFraction.of(85))).isTrue();
        assertThat(limits.contains(fraction("85.01"))).isFalse();
        assertThat(limits.atLeast(BigFraction.of(10)).contains(BigFraction.of(95))).isTrue();
        assertThat(limits.atLeast(BigFraction.of(10)).contains(fraction("95.01"))).isFalse();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theExactLimitsAgreeWithFloatingPoint(List<BigFraction> values) {
        double[] sorted = values.stream().mapToDouble(BigFraction::doubleValue).sorted().toArray();
        double median = median(sorted);
        double mad = median(Arrays.stream(sorted).map(value -> Math.abs(value - median)).sorted().toArray());

        Limits limits = Limits.ofModifiedZScore(values, THRESHOLD);

        assertThat(limits.median().doubleValue()).isCloseTo(median, within(1e-9));
        if (mad > 0) {
            assertThat(limits.upper().doubleValue()).isCloseTo(median + 3.5 * mad / 0.6745, within(1e-6));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theOrderOfTheValuesDoesNotMatter(List<BigFraction> values) {
        List<BigFraction> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, new Random(values.size()));

        assertThat(Limits.ofFences(shuffled, FENCES)).isEqualTo(Limits.ofFences(values, FENCES));
        assertThat(Limits.ofModifiedZScore(shuffled, THRESHOLD)).isEqualTo(Limits.ofModifiedZScore(values, THRESHOLD));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theLimitsMoveAndGrowWithTheValues(List<BigFraction> values) {
        BigFraction factor = BigFraction.of(7, 3);
        BigFraction shift = BigFraction.of(-11, 5);
        List<BigFraction> moved = values.stream().map(value -> value.multiply(factor).add(shift)).toList();

        for (var pair : List.of(
                List.of(Limits.ofFences(values, FENCES), Limits.ofFences(moved, FENCES)),
                List.of(Limits.ofModifiedZScore(values, THRESHOLD), Limits.ofModifiedZScore(moved, THRESHOLD)))) {
            assertThat(pair.get(1).lower()).isEqualTo(pair.get(0).lower().multiply(factor).add(shift));
            assertThat(pair.get(1).upper()).isEqualTo(pair.get(0).upper().multiply(factor).add(shift));
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theMedianIsNeverAnOutlierAndHalfOfTheValuesAreInside(List<BigFraction> values) {
        for (Limits limits : List.of(Limits.ofFences(values, FENCES), Limits.ofModifiedZScore(values, THRESHOLD))) {
            assertThat(limits.contains(limits.median())).isTrue();
            assertThat(values.stream().filter(limits::contains).count() * 2).isGreaterThanOrEqualTo(values.size());
        }
    }

    /** Percentages of random counts, with many equal ones. */
    static Stream<List<BigFraction>> samples() {
        return IntStream.range(0, 200).mapToObj(seed -> {
            Random chance = new Random(seed);
            return chance.ints(8 + chance.nextInt(40), 1, 30).mapToObj(
                    cases -> new Count(chance.nextInt(cases + 1), cases).percent()).toList();
        });
    }

    private static double zScore(List<BigFraction> values, BigFraction value) {
        double mean = values.stream().mapToDouble(BigFraction::doubleValue).average().orElseThrow();
        double variance = values.stream().mapToDouble(each -> Math.pow(each.doubleValue() - mean, 2)).sum()
                / (values.size() - 1);
        return (value.doubleValue() - mean) / Math.sqrt(variance);
    }

    private static double median(double[] sorted) {
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    private static BigFraction fraction(String value) {
        return Fractions.of(new BigDecimal(value));
    }
}
