package vn.cchc.targets.indicator;

import java.math.BigDecimal;

/** Writes a threshold without trailing zeros: 80, not 80.0000. */
public final class Percent {

    private Percent() {
    }

    public static BigDecimal plain(BigDecimal percent) {
        BigDecimal stripped = percent.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
