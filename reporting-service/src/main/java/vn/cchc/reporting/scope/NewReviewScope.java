package vn.cchc.reporting.scope;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

@Schema(description = "What a reviewer is limited to: units, indicators, or both", examples = NewReviewScope.EXAMPLE)
record NewReviewScope(
        @NotBlank @Size(max = 200) @Schema(description = "Subject of the reviewer's token") String subject,
        @Size(max = 2000, message = "{cchc.ListSize.message}") @Schema(description = "Codes of the units whose reports the reviewer accepts and returns", nullable = true) List<@NotNull @Pattern(regexp = UnitCode.SYNTAX) String> units,
        @Size(max = 200, message = "{cchc.ListSize.message}") @Schema(description = "Codes of the indicators that the reviewer reviews", nullable = true) List<@NotNull @Pattern(regexp = IndicatorCode.SYNTAX) String> indicators,
        @Schema(description = "First day; null if the scope holds already", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null while the scope holds", nullable = true) LocalDate validTo) {

    static final String EXAMPLE = """
            {"subject": "khtc-reviewer", "indicators": ["CT08.1", "CT08.2"], "validFrom": "2025-01-01"}""";

    NewReviewScope {
        units = units == null ? List.of() : units.stream().distinct().toList();
        indicators = indicators == null ? List.of() : indicators.stream().distinct().toList();
    }
}
