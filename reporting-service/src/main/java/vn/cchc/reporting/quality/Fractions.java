package vn.cchc.reporting.quality;

import java.math.BigDecimal;
import java.math.BigInteger;

import org.apache.commons.numbers.fraction.BigFraction;

/** Conversions to exact fractions. */
final class Fractions {

    private Fractions() {
    }

    static BigFraction of(BigDecimal value) {
        return value.scale() <= 0 ? BigFraction.of(value.toBigIntegerExact())
                : BigFraction.of(value.unscaledValue(), BigInteger.TEN.pow(value.scale()));
    }
}
