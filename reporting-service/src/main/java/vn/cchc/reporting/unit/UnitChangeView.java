package vn.cchc.reporting.unit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A recorded change of units")
record UnitChangeView(UUID id,
        @Schema(description = "Code of the unit under which it was recorded", examples = "TTR") String unit,
        ChangeType type,
        @Schema(description = "The first day on which the change holds", examples = "2025-07-01") LocalDate date,
        LegalDocument legalDocument, @Schema(nullable = true) String name, @Schema(nullable = true) String nameEn,
        @Schema(nullable = true) UnitType unitType, @Schema(nullable = true) UnitTree tree,
        @Schema(description = "Code of the new parent", nullable = true) String parent,
        @Schema(description = "Codes of the units that were merged, split or dissolved") List<String> predecessors,
        @Schema(description = "Codes of the units that succeed") List<String> successors,
        @Schema(description = "Subject of the token") String recordedBy, Instant recordedAt) {

    static UnitChangeView of(UnitChange change) {
        return new UnitChangeView(change.id, change.unit, change.type, change.date, change.legalDocument, change.name,
                change.nameEn, change.unitType, change.tree, change.parent, change.predecessors, change.successors,
                change.recordedBy, change.recordedAt);
    }
}
