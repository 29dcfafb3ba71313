package vn.cchc.reporting.report;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A step of a report's way")
record StatusChangeView(int number, Action action, @Schema(description = "The state that it led to") ReportState state,
        @Schema(description = "Subject of the token") String by, Instant at, @Schema(nullable = true) ReturnReason reasonCode,
        @Schema(nullable = true) String reason) {

    static StatusChangeView of(StatusChange step) {
        return new StatusChangeView(step.number(), step.action(), step.state(), step.by(), step.at(), step.reasonCode(),
                step.reason());
    }
}
