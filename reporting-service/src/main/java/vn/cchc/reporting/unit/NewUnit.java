package vn.cchc.reporting.unit;

import java.time.LocalDate;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.UnitCode;

@Schema(description = "The unit to create")
record NewUnit(
        @NotNull @Pattern(regexp = UnitCode.SYNTAX) @Schema(description = "Code of the unit in this system", examples = "THPT-01") String code,
        @NotBlank @Size(max = 200) @Schema(examples = "Trường Trung học phổ thông số 1") String name,
        @NotBlank @Size(max = 200) @Schema(examples = "Upper secondary school no. 1") String nameEn,
        @NotNull @Schema(examples = "SERVICE_UNIT") UnitType type,
        @Schema(description = "Code of the parent unit", examples = "SGDDT", nullable = true) String parent,
        @Schema(description = "Code of the unit to which this one reports; null: to its parent", examples = "SGDDT", nullable = true) String reportingParent,
        @Pattern(regexp = AgencyCode.SYNTAX) @Size(max = AgencyCode.MAX_LENGTH) @Schema(description = "Agency code under Decision 20/2020/QĐ-TTg, or in the form before it; null if none is published", nullable = true) String agencyCode,
        @Size(max = 20, message = "{cchc.ListSize.message}") @Schema(description = "Codes of the unit in other systems", nullable = true) List<@NotNull @Valid UnitIdentifier> identifiers,
        @Schema(description = "First day of existence; null if the unit existed before the plan", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day of existence; null while the unit exists", nullable = true) LocalDate validTo,
        @Size(max = 2000) @Schema(description = "Duty of the unit according to the plan", nullable = true) String duty) {

    NewUnit {
        reportingParent = reportingParent == null ? parent : reportingParent;
        identifiers = identifiers == null ? List.of() : identifiers;
    }

    UnitCode key() {
        return new UnitCode(code);
    }
}
