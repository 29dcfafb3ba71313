package vn.cchc.targets.scoreboard;

import java.math.BigInteger;
import java.util.Optional;

import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.targets.indicator.TimeBasis;

/**
 * What the annual report, or the rest of the year, has to bring so that a milestone is met, if the figures so far stay as they
 * are. Computed exactly, like the verdict.
 *
 * @param number null if nothing can help any more
 * @param soFar the result that is compared with the threshold today
 */
record StillRequired(Kind kind, BigInteger number, Ratio soFar) {

    enum Kind {
        /** The annual report needs at least this numerator at today's denominator. */
        ANNUAL_AT_LEAST,
        /** The annual report needs exactly this numerator at today's denominator. */
        ANNUAL_EXACTLY,
        /** The annual report may have at most this numerator at today's denominator. */
        ANNUAL_AT_MOST,
        /** No numerator at today's denominator is exactly the milestone. */
        NO_NUMERATOR,
        /** At least this many further cases, all of them in the numerator. */
        COUNTED_AT_LEAST,
        /** At most this many further cases outside the numerator. */
        UNCOUNTED_AT_MOST,
        /** At least this many further cases, none of them in the numerator. */
        UNCOUNTED_AT_LEAST,
        /** At most this many further cases, if all of them are in the numerator. */
        COUNTED_AT_MOST,
        /** No further cases can make up for those so far. */
        OUT_OF_REACH
    }

    /** Empty if every figure to come meets the milestone, and for a comparison of years. */
    static Optional<StillRequired> of(TimeBasis basis, Direction direction, Ratio threshold, Ratio soFar) {
        return switch (basis) {
            case STOCK -> Optional.of(ofStock(direction, threshold, soFar));
            case FLOW -> ofFlow(direction, threshold, soFar);
            case COMPARISON -> Optional.empty();
        };
    }

    private static StillRequired ofStock(Direction direction, Ratio threshold, Ratio soFar) {
        BigInteger[] exact = threshold.numerator().multiply(soFar.denominator()).divideAndRemainder(threshold.denominator());
        boolean whole = exact[1].signum() == 0;
        return switch (direction) {
            case AT_LEAST -> new StillRequired(Kind.ANNUAL_AT_LEAST, whole ? exact[0] : exact[0].add(BigInteger.ONE), soFar);
            case AT_MOST -> new StillRequired(Kind.ANNUAL_AT_MOST, exact[0], soFar);
            case EXACTLY -> whole ? new StillRequired(Kind.ANNUAL_EXACTLY, exact[0], soFar)
                    : new StillRequired(Kind.NO_NUMERATOR, null, soFar);
        };
    }

    /** All or none of the cases is the only exact share that further cases cannot overshoot. */
    private static Optional<StillRequired> ofFlow(Direction direction, Ratio threshold, Ratio soFar) {
        boolean isAll = threshold.numerator().equals(threshold.denominator());
        boolean isNone = threshold.numerator().signum() == 0;
        if (direction == Direction.AT_LEAST || direction == Direction.EXACTLY && isAll) {
            return further(threshold.numerator(), threshold.denominator(), soFar.numerator(), soFar,
                    Kind.COUNTED_AT_LEAST, Kind.UNCOUNTED_AT_MOST);
        }
        if (direction == Direction.AT_MOST || isNone) {
            // The cases outside the numerator are then at least the rest.
            return further(threshold.denominator().subtract(threshold.numerator()), threshold.denominator(),
                    soFar.denominator().subtract(soFar.numerator()), soFar, Kind.UNCOUNTED_AT_LEAST, Kind.COUNTED_AT_MOST);
        }
        return Optional.empty();
    }

    /**
     * @param part the least share, over {@code whole}, of the wanted cases
     * @param wanted the wanted cases so far
     */
    private static Optional<StillRequired> further(BigInteger part, BigInteger whole, BigInteger wanted, Ratio soFar,
            Kind lacking, Kind spare) {
        BigInteger gap = part.multiply(soFar.denominator()).subtract(wanted.multiply(whole));
        if (gap.signum() > 0) {
            BigInteger gain = whole.subtract(part);
            return Optional.of(gain.signum() == 0 ? new StillRequired(Kind.OUT_OF_REACH, null, soFar)
                    : new StillRequired(lacking, gap.add(gain).subtract(BigInteger.ONE).divide(gain), soFar));
        }
        return part.signum() == 0 ? Optional.empty()
                : Optional.of(new StillRequired(spare, gap.negate().divide(part), soFar));
    }
}
