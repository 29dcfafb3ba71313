package vn.cchc.reporting.report;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a new version of an accepted report is made. */
@Embeddable
@Schema(description = "The correction (đính chính) that a version comes from")
record Correction(@Column(name = "correction_reason_code") @Enumerated(EnumType.STRING) ReturnReason reasonCode,
        @Column(name = "correction_reason") String reason,
        @Schema(description = "Who asked for the correction", examples = "Thanh tra tỉnh") @Column(name = "correction_requested_by") String requestedBy,
        @Schema(description = "What changes") @Column(name = "correction_changes") String changes,
        @Schema(description = "Subject of the token of the person who began the correction") @Column(name = "correction_by") String by,
        @Column(name = "correction_at") Instant at) {
}
