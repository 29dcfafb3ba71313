package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "Why an open report ends with its unit")
record NewClosure(
        @NotBlank @Size(max = 4000) @Schema(examples = "Đơn vị giải thể, không phát sinh số liệu trong kỳ") String reason) {
}
