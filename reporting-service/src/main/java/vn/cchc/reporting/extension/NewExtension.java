package vn.cchc.reporting.extension;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

@Schema(description = "The extension to record", examples = NewExtension.EXAMPLE)
record NewExtension(
        @Schema(description = "Code of the regime; CCHC by default", examples = "CCHC", nullable = true) @Pattern(regexp = RegimeCode.SYNTAX) String regime,
        @NotNull @Pattern(regexp = PeriodCode.SYNTAX) @Schema(description = "Code of the period", examples = "2025Q1") String period,
        @NotNull @Size(min = 1, max = 1000, message = "{cchc.ListSize.message}") @Schema(description = "Codes of units that owe a report for the period") List<@NotNull @Pattern(regexp = UnitCode.SYNTAX) String> units,
        @NotNull @Schema(description = "The new last day on which their reports are on time, later than the original one", examples = "2025-03-21") LocalDate newDeadline,
        @NotBlank @Size(max = 100) @Schema(examples = "45/QĐ-SGDĐT") String decisionNumber,
        @NotNull @Schema(examples = "2025-03-14") LocalDate decisionDate,
        @NotBlank @Size(max = 200) @Schema(description = "The office of the signer, not a name", examples = "Giám đốc Sở") String signer,
        @NotBlank @Size(max = 2000) @Schema(examples = "Hệ thống một cửa gián đoạn do nâng cấp") String reason) {

    static final String EXAMPLE = """
            {"regime": "CCHC", "period": "2025Q1", "units": ["VP", "CNTT"], "newDeadline": "2025-03-21",
             "decisionNumber": "45/QĐ-SGDĐT", "decisionDate": "2025-03-14", "signer": "Giám đốc Sở",
             "reason": "Hệ thống một cửa gián đoạn do nâng cấp"}""";

    NewExtension {
        regime = regime == null ? "CCHC" : regime;
    }
}
