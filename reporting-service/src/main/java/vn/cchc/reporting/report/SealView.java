package vn.cchc.reporting.report;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The seal of an accepted report, and whether what is kept today still has it")
record SealView(UUID report, int version, @Schema(examples = "SHA-256") String algorithm,
        @Schema(description = "Taken at the acceptance and carried to the scoreboard's lineage; null where the report was accepted before seals existed", nullable = true) String seal,
        @Schema(description = "Taken now, of what is kept now") String recomputed,
        @Schema(description = "Whether they are the same") boolean intact) {

    static SealView of(Report report) {
        String now = Seal.of(report).hex();
        return new SealView(report.id, report.version, "SHA-256", report.seal, now, now.equals(report.seal));
    }
}
