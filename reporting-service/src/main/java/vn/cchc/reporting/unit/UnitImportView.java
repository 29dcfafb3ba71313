package vn.cchc.reporting.unit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The result of an import of units")
record UnitImportView(@Schema(description = "Whether the file was only checked") boolean dryRun,
        @Schema(description = "Number of units in the file", examples = "1000") int rows,
        @Schema(description = "Number of units that were created, or would be", examples = "998") int created,
        @Schema(description = "Number of units that exist with the same content", examples = "2") int unchanged) {
}
