package vn.cchc.reporting.report;

import java.time.Instant;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why an accepted report is corrected (đính chính); all parts are mandatory")
record NewCorrection(@NotNull @Schema(examples = "WRONG_FIGURE") ReturnReason reasonCode,
        @NotBlank @Size(max = 4000) @Schema(description = "The reason as a text", examples = "Tử số CT05.1 tính thiếu hồ sơ tháng 11") String reason,
        @NotBlank @Size(max = 300) @Schema(description = "Who asked for the correction", examples = "Thanh tra tỉnh") String requestedBy,
        @NotBlank @Size(max = 4000) @Schema(description = "What changes", examples = "Tử số CT05.1 từ 17 thành 18") String changes) {

    Correction by(String subject, Instant at) {
        return new Correction(reasonCode, reason, requestedBy, changes, subject, at);
    }
}
