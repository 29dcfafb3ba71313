package vn.cchc.reporting.quality;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.JsonPointer;
import vn.cchc.rest.problem.Violation;
import vn.cchc.values.IndicatorCode;

/** Where a unit reports only one of the two indicators, nothing is compared. */
@Schema(name = "EqualPartsRule", description = "A part of one figure equals a part of another figure of the same report", requiredProperties = {
        "type",
        "severity" }, properties = @SchemaProperty(name = "type", type = SchemaType.STRING, enumeration = "EQUAL_PARTS"))
record EqualParts(@NotNull Severity severity,
        @NotNull @Pattern(regexp = IndicatorCode.SYNTAX) @Schema(examples = "CT05.2") String indicator, @NotNull Part part,
        @NotNull @Pattern(regexp = IndicatorCode.SYNTAX) @Schema(examples = "CT05.1") String sourceIndicator,
        @NotNull Part sourcePart) implements QualityRule {

    @Override
    public RuleType type() {
        return RuleType.EQUAL_PARTS;
    }

    @Override
    public List<String> indicators() {
        return List.of(indicator);
    }

    @Override
    public Stream<Finding> findings(CheckedReport report, References references) {
        IndicatorCode code = new IndicatorCode(indicator);
        Count count = report.counted().get(code);
        Count source = report.counted().get(new IndicatorCode(sourceIndicator));
        if (count == null || source == null || part.of(count) == sourcePart.of(source)) {
            return Stream.empty();
        }
        return Stream.of(Finding.of(this, code,
                Violation.at(JsonPointer.of("figures", code, part.field()), ReportingProblem.PARTS_DIFFER, part,
                        sourcePart, sourceIndicator, String.valueOf(sourcePart.of(source))),
                Comparison.counts(part.of(count), sourcePart.of(source), sourcePart.of(source), sourcePart.of(source), null)));
    }

    /** A difference that can be explained is entered. */
    @Override
    public Optional<DerivedPart> derivation() {
        return severity == Severity.ERROR ? Optional.of(new DerivedPart(new IndicatorCode(indicator), part))
                : Optional.empty();
    }

    @Override
    public Optional<DerivedPart> source() {
        return derivation().map(derived -> new DerivedPart(new IndicatorCode(sourceIndicator), sourcePart));
    }

    @Override
    public Stream<Violation> violations(String at) {
        return indicator.equals(sourceIndicator)
                ? Stream.of(Violation.at(at + "/sourceIndicator", ReportingProblem.SOURCE_IS_ITSELF))
                : Stream.empty();
    }
}
