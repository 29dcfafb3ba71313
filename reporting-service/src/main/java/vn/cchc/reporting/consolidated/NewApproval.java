package vn.cchc.reporting.consolidated;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The approval of a consolidated report")
record NewApproval(
        @Size(max = 100) @Schema(description = "The name below the signature; blank in the document if absent", examples = "Nguyễn Văn A", nullable = true) String signer) {
}
