package vn.cchc.targets.task;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A criterion of a yearly index that a task improves. */
@Schema(description = "A criterion of a yearly index in a year")
public record ImprovedCriterion(@Schema(examples = "PAR-INDEX") String index, @Schema(examples = "2024") int year,
        @Schema(examples = "1.2") String criterion) {

    @Override
    public String toString() {
        return index + "/" + year + "/" + criterion;
    }
}
