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

@Schema(name = "ObligatoryRule", description = "Every obligatory indicator has a figure", requiredProperties = { "type",
        "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "OBLIGATORY"))
record Obligatory(@NotNull Severity severity,
        @Schema(nullable = true) @Size(max = OfIndicators.MAX, message = "{cchc.ListSize.message}") List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators)
        implements
            QualityRule {

    @Override
    public RuleType type() {
        return RuleType.OBLIGATORY;
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        return report.obligatory().stream()
                .filter(code -> OfIndicators.covers(indicators, code) && !report.hasFigure(code))
                .map(code -> Finding.of(this, code, Violation.at("/figures/" + code, ReportingProblem.FIGURE_MISSING, code),
                        null));
    }
}
