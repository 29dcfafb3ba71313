package vn.cchc.reporting.quality;

import java.util.List;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

@Schema(name = "NumeratorWithinDenominatorRule", description = "No numerator is above its denominator", requiredProperties = {
        "type",
        "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "NUMERATOR_WITHIN_DENOMINATOR"))
record NumeratorWithinDenominator(@NotNull Severity severity,
        @Schema(nullable = true) @Size(max = OfIndicators.MAX, message = "{cchc.ListSize.message}") List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators)
        implements
            QualityRule {

    @Override
    public RuleType type() {
        return RuleType.NUMERATOR_WITHIN_DENOMINATOR;
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        return OfIndicators.counted(indicators, report)
                .filter(entry -> entry.getValue().numerator() > entry.getValue().denominator())
                .map(entry -> finding(entry.getKey(), entry.getValue()));
    }

    private Finding finding(IndicatorCode code, Count count) {
        return Finding.of(this, code,
                Violation.at("/figures/" + code + "/numerator", ReportingProblem.NUMERATOR_ABOVE_DENOMINATOR,
                        String.valueOf(count.numerator()), String.valueOf(count.denominator())),
                Comparison.counts(count.numerator(), count.denominator(), null, count.denominator(), null));
    }
}
