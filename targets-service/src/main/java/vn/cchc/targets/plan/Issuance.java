package vn.cchc.targets.plan;

import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "PlanIssuance", description = "The number and the day under which a plan is issued (ban hành)")
record Issuance(@NotBlank @Size(max = 100) @Schema(examples = "21/KH-SGDĐT") String number,
        @NotNull @Schema(examples = "2025-07-15") LocalDate issuedOn) {
}
