package vn.cchc.reporting.consolidated;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How an approved report was sent. */
@Embeddable
@Schema(description = "How the approved report was sent (phát hành)")
record Dispatch(
        @Schema(description = "Number of the outgoing document", examples = "1234/BC-SGDĐT") @Column(name = "dispatch_number") String number,
        @Schema(description = "Date of the outgoing document") @Column(name = "dispatch_date") LocalDate date,
        @Column(name = "dispatch_channel") @Enumerated(EnumType.STRING) DispatchChannel channel,
        @Schema(examples = "Ủy ban nhân dân tỉnh") @Column(name = "dispatch_receiver") String receiver,
        @Schema(description = "Subject of the token of the person who recorded it") @Column(name = "dispatched_by") String by,
        @Column(name = "dispatched_at") Instant at) {
}
