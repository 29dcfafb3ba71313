package vn.cchc.reporting.report;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The seal of an accepted report, and whether the stored report still has this seal")
record ReportSealView(UUID report, int version, @Schema(examples = "SHA-256") String algorithm,
        @Schema(description = "The format of the sealed content", examples = "1") int format,
        @Schema(description = "Computed at the acceptance, and part of the scoreboard's lineage") String seal,
        @Schema(description = "Computed now from the stored report") String recomputed,
        @Schema(description = "Whether both seals are equal") boolean intact) {

    static ReportSealView of(Report report) {
        Seal accepted = report.seal();
        Seal recomputed = Seal.of(report, accepted.format());
        return new ReportSealView(report.id, report.version, "SHA-256", accepted.format(), accepted.hex(), recomputed.hex(),
                recomputed.equals(accepted));
    }
}
