package vn.cchc.reporting.consolidated;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The seal of an approved consolidated report, and whether the stored report still has this seal")
record ConsolidatedSealView(UUID report, @Schema(examples = "SHA-256") String algorithm,
        @Schema(description = "The format of the sealed content", examples = "1") int format,
        @Schema(description = "Computed at the approval") String seal,
        @Schema(description = "Computed now from the stored report") String recomputed,
        @Schema(description = "Whether both seals are equal") boolean intact,
        @Schema(description = "The sealed content in canonical JSON (RFC 8785), as a text; the seal is the SHA-256 of its UTF-8 bytes") String content) {
}
