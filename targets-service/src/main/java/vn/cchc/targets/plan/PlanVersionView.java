package vn.cchc.targets.plan;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Tuple;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PlanCode;

@Schema(name = "PlanVersion", description = "How a plan stood from a moment on: as drafted, issued, amended, ended, closed")
record PlanVersionView(
        @Schema(description = "Since when; null for what was there before changes were recorded", nullable = true) Instant recordedAt,
        PlanState state, @Schema(nullable = true) String number, @Schema(nullable = true) LocalDate issuedOn, String title,
        LocalDate validFrom, LocalDate validTo, @Schema(nullable = true) PlanCode supersededBy,
        @Schema(nullable = true) LocalDate endedOn) {

    static PlanVersionView of(Tuple row) {
        String successor = row.get("superseded_by", String.class);
        return new PlanVersionView(row.get("recorded_at", Instant.class), PlanState.valueOf(row.get("state", String.class)),
                row.get("number", String.class), row.get("issued_on", LocalDate.class), row.get("title", String.class),
                row.get("valid_from", LocalDate.class), row.get("valid_to", LocalDate.class),
                successor == null ? null : new PlanCode(successor), row.get("ended_on", LocalDate.class));
    }
}
