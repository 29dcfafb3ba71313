package vn.cchc.reporting.quality;

import org.apache.commons.numbers.fraction.BigFraction;

/** A counted figure as it was entered; it can break every rule. */
public record Count(long numerator, long denominator) {

    private static final int PERCENT = 100;

    /** Never true for 0 of 0, không phát sinh: there is no percentage to compare. */
    boolean hasCases(int atLeast) {
        return denominator >= Math.max(atLeast, 1);
    }

    /** Unrounded. */
    BigFraction percent() {
        return BigFraction.of(numerator, denominator).multiply(PERCENT);
    }
}
