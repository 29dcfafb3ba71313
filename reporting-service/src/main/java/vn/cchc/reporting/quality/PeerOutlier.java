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

/** Fences of Tukey (1977). */
@Schema(name = "PeerOutlierRule", description = "A percentage lies within the fences of the other units of its type for the same period: fences·IQR below the first and above the third quartile", requiredProperties = {
        "type",
        "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "OUTLIER_PEERS"))
record PeerOutlier(@NotNull Severity severity,
        @Schema(nullable = true) @Size(max = OfIndicators.MAX, message = "{cchc.ListSize.message}") List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators,
        @NotNull @DecimalMin("0.5") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Schema(examples = "1.5") BigDecimal fences,
        @Min(8) @Max(1_000) @Schema(description = "With fewer other units, nothing is compared", examples = "8") int minimumPeers,
        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 2) @Schema(description = "A value so close to the median, in percentage points, is never an outlier", examples = "10") BigDecimal minimumPoints,
        @Min(0) @Max(1_000_000) @Schema(description = "Percentages of fewer cases are neither compared nor compared with", examples = "10") int minimumCases)
        implements
            QualityRule {

    @Override
    public RuleType type() {
        return RuleType.OUTLIER_PEERS;
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        return OfIndicators.withCases(indicators, report, minimumCases).flatMap(entry -> finding(references, entry).stream());
    }

    private Optional<Finding> finding(References references, Map.Entry<IndicatorCode, Count> entry) {
        return references.peers(entry.getKey()).limits(this).flatMap(peers -> peers.limits().outlier(this,
                ReportingProblem.OUTLIER_PEERS, entry.getKey(), entry.getValue().percent(), peers.compared()));
    }

    /** @param compared the number of values that the limits come from */
    record PeerLimits(Limits limits, int compared) {
    }

    /** @return empty with too few values */
    Optional<PeerLimits> limits(List<Count> counts) {
        List<BigFraction> peers = counts.stream().filter(count -> count.hasCases(minimumCases)).map(Count::percent).toList();
        return peers.size() < minimumPeers ? Optional.empty()
                : Optional.of(new PeerLimits(
                        Limits.ofFences(peers, Fractions.of(fences)).atLeast(Fractions.of(minimumPoints)), peers.size()));
    }
}
