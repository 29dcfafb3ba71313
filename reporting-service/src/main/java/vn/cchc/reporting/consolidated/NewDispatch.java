package vn.cchc.reporting.consolidated;

import java.time.Instant;
import java.time.LocalDate;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "How the approved report was sent (phát hành); all parts are mandatory")
record NewDispatch(
        @NotBlank @Size(max = 100) @Schema(description = "Number of the outgoing document", examples = "1234/BC-SGDĐT") String number,
        @NotNull @Schema(description = "Date of the outgoing document, from the day of the approval to today", examples = "2025-12-18") LocalDate date,
        @NotNull @Schema(examples = "INFORMATION_SYSTEM") DispatchChannel channel,
        @NotBlank @Size(max = 300) @Schema(examples = "Ủy ban nhân dân tỉnh") String receiver) {

    Dispatch by(String subject, Instant at) {
        return new Dispatch(number, date, channel, receiver, subject, at);
    }
}
