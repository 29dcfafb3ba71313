package vn.cchc.reporting.consolidated;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The Department's own text of a section")
record NewSectionText(
        @NotNull @Size(max = 100_000) @Schema(description = "Replaces the texts of the units in the document; empty to show these again", examples = "Các đơn vị đã hoàn thành chỉ tiêu số hóa hồ sơ.") String text) {
}
