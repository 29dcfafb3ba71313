package vn.cchc.reporting.consolidated;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The Department's answer to a proposal")
record NewAnswer(
        @NotBlank @Size(max = 20_000) @Schema(examples = "Sở sẽ bổ sung máy quét cho các trường trong quý I năm 2026.") String answer) {
}
