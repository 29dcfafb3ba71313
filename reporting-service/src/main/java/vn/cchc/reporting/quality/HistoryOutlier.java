package vn.cchc.reporting.quality;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.apache.commons.numbers.fraction.BigFraction;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.values.IndicatorCode;

/** Modified z-score of Iglewicz and Hoaglin (1993). */
@Schema(name = "HistoryOutlierRule", description = "The modified z-score of a percentage, 0.6745·(x − median) / MAD over the unit's own accepted periods, is at most the threshold", requiredProperties = {
        "type",
        "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "OUTLIER_HISTORY"))
record HistoryOutlier(@NotNull Severity severity,
        @Schema(nullable = true) @Size(max = OfIndicators.MAX, message = "{cchc.ListSize.message}") List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators,
        @NotNull @DecimalMin("0.5") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Schema(examples = "3.5") BigDecimal threshold,
        @Min(3) @Max(100) @Schema(description = "With fewer earlier values, nothing is compared", examples = "8") int minimumValues,
        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Schema(description = "A value so close to the median, in percentage points, is never an outlier", examples = "10") BigDecimal minimumPoints,
        @Min(0) @Max(1_000_000) @Schema(description = "Percentages of fewer cases are neither compared nor compared with", examples = "10") int minimumCases)
        implements
            QualityRule {

    @Override
    public RuleType type() {
        return RuleType.OUTLIER_HISTORY;
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        return OfIndicators.withCases(indicators, report, minimumCases).flatMap(entry -> finding(references, entry).stream());
    }

    private Optional<Finding> finding(References references, Map.Entry<IndicatorCode, Count> entry) {
        List<BigFraction> history = references.past(entry.getKey()).stream().map(PastFigure::count)
                .filter(count -> count.hasCases(minimumCases))
                .map(Count::percent).toList();
        if (history.size() < minimumValues) {
            return Optional.empty();
        }
        return Limits.ofModifiedZScore(history, Fractions.of(threshold)).atLeast(Fractions.of(minimumPoints))
                .outlier(this, ReportingProblem.OUTLIER_HISTORY, entry.getKey(), entry.getValue().percent(), history.size());
    }
}
