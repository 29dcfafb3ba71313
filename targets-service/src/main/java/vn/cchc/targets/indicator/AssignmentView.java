package vn.cchc.targets.indicator;

import java.time.LocalDate;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Which unit leads or reports an indicator, and from when to when")
record AssignmentView(UUID id, @Schema(examples = "CT11") String indicator, @Schema(examples = "VP") String unit,
        @Schema(description = "Whether it leads (chủ trì)") boolean lead, @Schema(nullable = true) LocalDate validFrom,
        @Schema(nullable = true) LocalDate validTo) {

    static AssignmentView of(Assignment of) {
        return new AssignmentView(of.id, of.indicator.code, of.unit, of.lead, of.validFrom, of.validTo);
    }
}
