package vn.cchc.reporting.report;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "The text of the report, by section")
record Narrative(@Size(max = 20_000) @Schema(description = "Kết quả", nullable = true) String results,
        @Size(max = 20_000) @Schema(description = "Khó khăn, vướng mắc", nullable = true) String difficulties,
        @Size(max = 20_000) @Schema(description = "Kiến nghị, đề xuất", nullable = true) String proposals,
        @Size(max = 20_000) @Schema(description = "Sáng kiến cải cách hành chính", nullable = true) String initiatives) {

    static Narrative of(Report report) {
        return new Narrative(report.results, report.difficulties, report.proposals, report.initiatives);
    }
}
