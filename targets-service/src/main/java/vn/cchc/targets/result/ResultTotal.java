package vn.cchc.targets.result;

import java.math.BigInteger;
import java.util.Optional;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;

/**
 * A sum over units: Σ numerators and Σ denominators, or how many units gave each rating. Percentages are never summed. A unit
 * without cases adds 0 to both sums.
 */
record ResultTotal(long units, BigInteger numerator, BigInteger denominator, long notAchieved, long partlyAchieved,
        long achieved) {

    static final ResultTotal NONE = new ResultTotal(0, BigInteger.ZERO, BigInteger.ZERO, 0, 0, 0);

    static ResultTotal counted(long numerator, long denominator) {
        Ratio ratio = Ratio.of(numerator, denominator);
        return new ResultTotal(1, ratio.numerator(), ratio.denominator(), 0, 0, 0);
    }

    static ResultTotal rated(Rating rating) {
        return new ResultTotal(1, BigInteger.ZERO, BigInteger.ZERO, rating == Rating.NOT_ACHIEVED ? 1 : 0,
                rating == Rating.PARTLY_ACHIEVED ? 1 : 0, rating == Rating.ACHIEVED ? 1 : 0);
    }

    ResultTotal plus(ResultTotal other) {
        return new ResultTotal(units + other.units, numerator.add(other.numerator), denominator.add(other.denominator),
                notAchieved + other.notAchieved, partlyAchieved + other.partlyAchieved, achieved + other.achieved);
    }

    ResultTotal negated() {
        return new ResultTotal(-units, numerator.negate(), denominator.negate(), -notAchieved, -partlyAchieved, -achieved);
    }

    Ratio ratio() {
        return new Ratio(numerator, denominator);
    }

    /**
     * The lowest rating that a unit gave: a state is reached when every unit has reached it. Our choice; the plan is silent.
     */
    Optional<Rating> rating() {
        if (notAchieved > 0) {
            return Optional.of(Rating.NOT_ACHIEVED);
        }
        if (partlyAchieved > 0) {
            return Optional.of(Rating.PARTLY_ACHIEVED);
        }
        return achieved > 0 ? Optional.of(Rating.ACHIEVED) : Optional.empty();
    }
}
