package vn.cchc.reporting.extension;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.rest.precondition.Revision;
import vn.cchc.rest.precondition.Versioned;

@Schema(name = "Extension", description = "A decision that extends the deadline of some units for a period (gia hạn)")
record ExtensionView(@JsonIgnore Revision revision, UUID id, @Schema(examples = "CCHC") String regime,
        @Schema(examples = "2025Q1") String period,
        List<String> units,
        @Schema(description = "The last day by the calendar when the extension was recorded", examples = "2025-03-17") LocalDate originalDeadline,
        @Schema(description = "The new last day. If several extensions hold for a unit, the latest day counts", examples = "2025-03-21") LocalDate newDeadline,
        @Schema(examples = "45/QĐ-SGDĐT") String decisionNumber, @Schema(examples = "2025-03-14") LocalDate decisionDate,
        @Schema(examples = "Giám đốc Sở") String signer, @Schema(examples = "Hệ thống một cửa gián đoạn") String reason,
        Instant recordedAt, @Schema(description = "Null while it holds", nullable = true) Instant revokedAt,
        @Schema(nullable = true) String revocationReason) implements Versioned {

    static ExtensionView of(Extension of) {
        return new ExtensionView(of.revision(), of.id, of.regime, of.period, List.copyOf(of.units), of.originalDeadline,
                of.newDeadline,
                of.decisionNumber, of.decisionDate, of.signer, of.reason, of.recordedAt, of.revokedAt, of.revocationReason);
    }
}
