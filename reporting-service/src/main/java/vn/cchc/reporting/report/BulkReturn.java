package vn.cchc.reporting.report;

import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The reports to return, at most 200, for one reason")
record BulkReturn(
        @NotEmpty @Size(max = BulkAcceptance.MAX_REPORTS, message = "{cchc.ListSize.message}") List<@NotNull @Valid BulkItem> reports,
        @NotNull @Schema(examples = "MISSING_EVIDENCE") ReturnReason reasonCode,
        @NotBlank @Size(max = 4000) @Schema(description = "The reason as a text", examples = "Thiếu quyết định phê duyệt") String reason) {
}
