package vn.cchc.reporting.report;

import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.precondition.ConcurrentChange;
import vn.cchc.rest.problem.Problem;

@Schema(description = "One result per report, in the order of the request")
record BulkResult(List<Item> results) {

    @Schema(name = "BulkResultItem")
    record Item(UUID report, @Schema(description = "The status that the same call for this report alone has") int status,
            @Schema(description = "The new state; null if the report was not changed", nullable = true) ReportState state,
            @Schema(description = "The `ETag` of the report after the change, or of the version that refused it (412); null otherwise", nullable = true, examples = "\"3-a9993e364706816aba3e25717850c26c\"") String etag,
            @Schema(description = "Why the report was not changed", nullable = true) Problem problem,
            @Schema(description = "With 412: the changes since the version that `ifMatch` names, oldest first, at most 50") List<ConcurrentChange> changes) {
    }
}
