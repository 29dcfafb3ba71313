package vn.cchc.reporting.report;

import java.util.List;
import java.util.UUID;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.precondition.ExpectedVersion;

@Schema(description = "A report in the version that the reviewer has read")
record BulkItem(@NotNull @Schema(examples = "0199e2a4-5c00-7000-8000-000000000002") UUID id,
        @NotBlank @Schema(description = "The `ETag` of the report, as in `If-Match`", examples = "*") String ifMatch) {

    ChangeContext expectedBy(ChangeContext context) {
        return new ChangeContext(context.actor(), context.request(), context.traceId(),
                ExpectedVersion.ofIfMatch(List.of(ifMatch)), context.reason());
    }
}
