package vn.cchc.reporting.extension;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why an extension is revoked")
record NewRevocation(
        @NotBlank @Size(max = 2000) @Schema(examples = "Quyết định được thay thế bởi Quyết định 47/QĐ-SGDĐT") String reason) {
}
