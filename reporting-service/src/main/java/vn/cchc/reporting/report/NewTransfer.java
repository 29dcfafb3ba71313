package vn.cchc.reporting.report;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(description = "The successor that goes on with a report")
record NewTransfer(
        @NotNull @Pattern(regexp = UnitCode.SYNTAX) @Schema(description = "Code of a unit into which the report's unit was merged or split", examples = "VP") String unit,
        @NotBlank @Size(max = 4000) @Schema(examples = "Đơn vị đã sáp nhập vào Văn phòng từ ngày 01/7/2025") String reason) {

    UnitCode successor() {
        return new UnitCode(unit);
    }
}
