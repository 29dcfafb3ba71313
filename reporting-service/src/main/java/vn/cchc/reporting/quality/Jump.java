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
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

@Schema(name = "JumpRule", description = "A percentage is at most some points away from that of the last accepted period", requiredProperties = {
        "type", "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "JUMP"))
record Jump(@NotNull Severity severity,
        @Schema(nullable = true) @Size(max = OfIndicators.MAX, message = "{cchc.ListSize.message}") List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators,
        @NotNull @DecimalMin("0") @DecimalMax("1000") @Digits(integer = 4, fraction = 2) @Schema(description = "In percentage points", examples = "20") BigDecimal points,
        @Min(0) @Max(1_000_000) @Schema(description = "Percentages of fewer cases are not compared: one case would already be a jump", examples = "10") int minimumCases)
        implements
            QualityRule {

    @Override
    public RuleType type() {
        return RuleType.JUMP;
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        return OfIndicators.withCases(indicators, report, minimumCases)
                .flatMap(entry -> finding(references, entry).stream());
    }

    private Optional<Finding> finding(References references, Map.Entry<IndicatorCode, Count> entry) {
        BigFraction allowed = Fractions.of(points);
        BigFraction value = entry.getValue().percent();
        return references.past(entry.getKey()).stream().filter(past -> past.count().hasCases(1)).findFirst()
                .filter(past -> past.count().hasCases(minimumCases)
                        && value.subtract(past.count().percent()).abs().compareTo(allowed) > 0)
                .map(past -> finding(entry.getKey(), value, past, allowed));
    }

    private Finding finding(IndicatorCode code, BigFraction value, PastFigure past, BigFraction allowed) {
        BigFraction before = past.count().percent();
        return Finding.of(this, code,
                Violation.at("/figures/" + code, ReportingProblem.JUMP, Comparison.rounded(value), Comparison.rounded(before),
                        past.period(), points),
                Comparison.percent(value, before, before.subtract(allowed), before.add(allowed)).in(past.period()));
    }
}
