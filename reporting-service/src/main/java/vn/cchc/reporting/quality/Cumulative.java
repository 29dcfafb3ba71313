package vn.cchc.reporting.quality;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/**
 * The cases of a window are also cases of each window that contains it: the year has at least as many as its first
 * half. Windows that do not contain one another, as the third quarter and the first half, are not compared.
 */
@Schema(name = "CumulativeRule", description = "A figure is not below that of a period of the same year whose window it contains", requiredProperties = {
        "type", "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "CUMULATIVE"))
record Cumulative(@NotNull Severity severity,
        @Schema(nullable = true) @Size(max = OfIndicators.MAX, message = "{cchc.ListSize.message}") List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators)
        implements
            QualityRule {

    @Override
    public RuleType type() {
        return RuleType.CUMULATIVE;
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        return OfIndicators.counted(indicators, report).flatMap(entry -> Arrays.stream(Part.values())
                .flatMap(part -> finding(report, references, entry, part).stream()));
    }

    private Optional<Finding> finding(CheckedReport report, References references, Map.Entry<IndicatorCode, Count> entry,
            Part part) {
        long value = part.of(entry.getValue());
        return references.past(entry.getKey()).stream()
                .filter(past -> past.year() == report.year() && report.window().contains(past.window())
                        && part.of(past.count()) > value)
                .findFirst().map(past -> finding(entry.getKey(), part, value, past));
    }

    private Finding finding(IndicatorCode code, Part part, long value, PastFigure past) {
        long before = part.of(past.count());
        return Finding.of(this, code,
                Violation.at(JsonPointer.of("figures", code, part.field()), ReportingProblem.CUMULATIVE_FALLS, part,
                        String.valueOf(value), String.valueOf(before), past.period()),
                Comparison.counts(value, before, before, null, past.period()));
    }
}
