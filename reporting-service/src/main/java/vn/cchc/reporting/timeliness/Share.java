package vn.cchc.reporting.timeliness;

import java.math.BigDecimal;
import java.math.RoundingMode;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "TimelinessShare", description = "A share with its numerator and denominator")
record Share(@Schema(examples = "47") long numerator, @Schema(examples = "50") long denominator,
        @Schema(description = "Numerator to denominator in %, rounded half up to two decimals; null if the denominator is 0", examples = "94.00", nullable = true) BigDecimal percent) {

    static Share of(long numerator, long denominator) {
        BigDecimal percent = denominator == 0 ? null
                : BigDecimal.valueOf(numerator).movePointRight(2).divide(BigDecimal.valueOf(denominator), 2,
                        RoundingMode.HALF_UP);
        return new Share(numerator, denominator, percent);
    }
}
