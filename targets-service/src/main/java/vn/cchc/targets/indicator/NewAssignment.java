package vn.cchc.targets.indicator;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A unit that is to report an indicator beside its lead unit")
record NewAssignment(@NotBlank @Schema(description = "Code of the indicator", examples = "CT11") String indicator,
        @NotBlank @Schema(description = "Code of the unit", examples = "VP") String unit,
        @Schema(description = "First day; null when it has always held", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null while it holds", nullable = true) LocalDate validTo) {
}
