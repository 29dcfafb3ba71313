package vn.cchc.reporting.rollup;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The accepted figures of a unit and the units below it, added for each indicator")
record RollUpView(@Schema(examples = "SGDDT") String unit, @Schema(examples = "CCHC") String regime,
        @Schema(examples = "2025Q3") String period, RollUpBasis basis, List<Sum> figures) {

    @Schema(name = "RollUpSum", description = "The sum of one indicator")
    record Sum(@Schema(examples = "CT05.3") String indicator,
            @Schema(description = "Sum of the numerators", examples = "195") BigInteger numerator,
            @Schema(description = "Sum of the denominators", examples = "400") BigInteger denominator,
            @Schema(description = "Numerator to denominator in %, rounded half up to two decimals; null if no unit had a case, and for an amount of money", examples = "48.75", nullable = true) BigDecimal percent,
            @Schema(description = "Number of units whose figures are added", examples = "3") long units) {

        static Sum of(String indicator, BigInteger numerator, BigInteger denominator, long units, boolean amount) {
            BigDecimal percent = amount || denominator.signum() == 0 ? null
                    : new BigDecimal(numerator).movePointRight(2).divide(new BigDecimal(denominator), 2, RoundingMode.HALF_UP);
            return new Sum(indicator, numerator, denominator, percent, units);
        }
    }
}
