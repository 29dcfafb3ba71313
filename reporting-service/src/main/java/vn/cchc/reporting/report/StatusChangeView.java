package vn.cchc.reporting.report;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A status change of a report")
record StatusChangeView(int number, Action action, @Schema(description = "The new state") ReportState state,
        @Schema(description = "Subject of the token") String by, Instant at, @Schema(nullable = true) ReturnReason reasonCode,
        @Schema(nullable = true) String reason) {

    static StatusChangeView of(StatusChange change) {
        return new StatusChangeView(change.number(), change.action(), change.state(), change.by(), change.at(),
                change.reasonCode(),
                change.reason());
    }
}
