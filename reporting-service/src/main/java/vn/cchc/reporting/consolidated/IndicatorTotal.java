package vn.cchc.reporting.consolidated;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.report.Rating;

/**
 * The total of an indicator over all units that reported it: Σ numerators and Σ denominators, or the lowest rating. Percentages
 * are never added.
 *
 * @param denominator null for an amount of money
 * @param units how many units it sums up
 * @param periods the periods on which it rests, such as {@code 2025} or {@code 2025, 2025H1+2025Q3}; empty without figures
 */
@Embeddable
record IndicatorTotal(String name, String nameEn, BigInteger numerator, BigInteger denominator,
        @Enumerated(EnumType.STRING) Rating rating, long units, String periods) {

    /** What the total says. */
    enum Status {
        COUNTED,
        RATED,
        /** Số tiền: the sum of the units' yearly amounts; targets-service compares years. */
        AMOUNT,
        /** Không phát sinh. */
        NO_CASES,
        /** Chưa có số liệu. */
        NO_DATA
    }

    static IndicatorTotal none(Indicator indicator) {
        return new IndicatorTotal(indicator.name(), indicator.nameEn(), null, null, null, 0, "");
    }

    Status status() {
        if (units == 0) {
            return Status.NO_DATA;
        }
        if (rating != null) {
            return Status.RATED;
        }
        if (denominator == null) {
            return Status.AMOUNT;
        }
        return denominator.signum() == 0 ? Status.NO_CASES : Status.COUNTED;
    }

    /** Rounded half up to two decimals, as on the scoreboard; null without cases. */
    BigDecimal percent() {
        return status() == Status.COUNTED
                ? new BigDecimal(numerator).movePointRight(2).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP)
                : null;
    }
}
