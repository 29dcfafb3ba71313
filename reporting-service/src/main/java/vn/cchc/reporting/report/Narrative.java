package vn.cchc.reporting.report;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Embeddable
@Schema(description = "The text of the report, by section")
record Narrative(@Size(max = 20_000) @Schema(description = "Kết quả", nullable = true) String results,
        @Size(max = 20_000) @Schema(description = "Khó khăn, vướng mắc", nullable = true) String difficulties,
        @Size(max = 20_000) @Schema(description = "Kiến nghị, đề xuất", nullable = true) String proposals,
        @Size(max = 20_000) @Schema(description = "Sáng kiến cải cách hành chính", nullable = true) String initiatives) {

    private static final Narrative NONE = new Narrative(null, null, null, null);

    /** @param stored null if every section is empty */
    static Narrative orNone(Narrative stored) {
        return stored == null ? NONE : stored;
    }
}
