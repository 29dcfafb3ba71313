package vn.cchc.reporting.unit;

import java.time.LocalDate;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Embeddable
@Schema(name = "LegalDocument", description = "The document that decides a change")
record LegalDocument(@NotBlank @Size(max = 100) @Schema(examples = "202/2025/QH15") String number,
        @NotNull @Schema(examples = "2025-06-12") LocalDate date,
        @NotBlank @Size(max = 200) @Schema(examples = "Quốc hội") String issuer,
        @NotBlank @Size(max = 500) @Schema(examples = "Nghị quyết về việc sắp xếp đơn vị hành chính cấp tỉnh") String title) {
}
