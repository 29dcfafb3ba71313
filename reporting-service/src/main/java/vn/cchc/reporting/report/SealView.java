package vn.cchc.reporting.report;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The seal of an accepted report, and whether the stored report still has this seal")
record SealView(UUID report, int version, @Schema(examples = "SHA-256") String algorithm,
        @Schema(description = "The format of the sealed content", examples = "1") int format,
        @Schema(description = "Computed at the acceptance, and part of the scoreboard's lineage", nullable = true) String seal,
        @Schema(description = "Computed now from the stored report") String recomputed,
        @Schema(description = "Whether both seals are equal") boolean intact) {

    static SealView of(Report report) {
        String now = Seal.of(report).hex();
        return new SealView(report.id, report.version, "SHA-256", 1, report.seal, now, now.equals(report.seal));
    }
}
