package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A status change of a report")
record StatusChangeView(int number, Action action, @Schema(description = "The new state") ReportState state,
        @Schema(description = "Subject of the token") String by, Instant at, @Schema(nullable = true) ReturnReason reasonCode,
        @Schema(nullable = true) String reason,
        @Schema(description = "The only fields that a return reopens; empty for all", examples = "[\"figures/CT05.1\"]") List<String> reopened,
        @Schema(description = "Subject of the token of the person as whose deputy it was done; null for the actor's own right", nullable = true) String onBehalfOf) {

    static StatusChangeView of(StatusChange change) {
        return new StatusChangeView(change.number(), change.action(), change.state(), change.by(), change.at(),
                change.reasonCode(), change.reason(), change.reopened(), change.onBehalfOf());
    }
}
