package vn.cchc.reporting.question;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A question on one field of a report")
record NewQuestion(
        @NotNull @Schema(description = "`figures/` with the code of an indicator, `narrative/results`, `narrative/difficulties`, `narrative/proposals`, `narrative/initiatives`, or `evidence`", examples = "figures/CT05.1") String field,
        @NotBlank @Size(max = 4000) @Schema(examples = "Vì sao mẫu số giảm so với kỳ trước?") String text) {
}
