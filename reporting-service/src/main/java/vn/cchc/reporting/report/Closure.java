package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The end of an open report whose unit has ended. It is final. */
@Embeddable
@Schema(name = "ReportClosure", description = "The end of an open report whose unit has ended")
record Closure(
        @Schema(description = "Subject of the token of the reviewer who closed the report") @Column(name = "closed_by") String by,
        @Column(name = "closed_at") Instant at, @Column(name = "closed_reason") String reason,
        @Schema(description = "The report of the successor that goes on with the content; null if there is none", nullable = true) @Column(name = "transferred_to") UUID transferredTo) {
}
