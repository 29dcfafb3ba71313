package vn.cchc.reporting.report;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.precondition.ConcurrentChange;
import vn.cchc.rest.problem.Problem;

@Schema(description = "One result per row, in the order of the request")
record EntryResults(List<Row> results) {

    @Schema(name = "EntryResult")
    record Row(@Schema(examples = "VP") String unit,
            @Schema(description = "The status that the same call for this unit alone has; 201 if the report was created") int status,
            @Schema(description = "Id of the report; null if the figures were refused", nullable = true) UUID report,
            @Schema(description = "The `ETag` after the change, or of the version that refused it (412); null otherwise", nullable = true) String etag,
            @Schema(description = "Why the figures were refused", nullable = true) Problem problem,
            @Schema(description = "With 412: the changes since the version that `ifMatch` names, oldest first, at most 50") List<ConcurrentChange> changes) {
    }
}
