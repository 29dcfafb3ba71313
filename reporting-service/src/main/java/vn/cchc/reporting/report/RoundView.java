package vn.cchc.reporting.report;

import java.time.Instant;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(description = "A round of review: a submission, and its return, acceptance or withdrawal")
record RoundView(int number, @Schema(description = "The version of the report that was submitted") int version,
        @Schema(description = "Subject of the token") String submittedBy,
        @Schema(description = "Subject of the token of the person as whose deputy it was submitted; null for the actor's own right", nullable = true) String submittedOnBehalfOf,
        Instant submittedAt,
        @Schema(description = "RETURNED, ACCEPTED or WITHDRAWN; null while the report is under review", nullable = true) ReportState outcome,
        @Schema(description = "Subject of the token", nullable = true) String outcomeBy,
        @Schema(description = "As `submittedOnBehalfOf`", nullable = true) String outcomeOnBehalfOf,
        @Schema(nullable = true) Instant outcomeAt, @Schema(nullable = true) ReturnReason reasonCode,
        @Schema(nullable = true, examples = "Tử số CT05.1 chưa khớp với phụ lục") String reason,
        @Schema(description = "The only fields that the return reopened; empty for all", examples = "[\"figures/CT05.1\"]") List<String> reopened) {

    static RoundView of(Round round) {
        StatusChange submission = round.submission();
        StatusChange outcome = round.outcome();
        if (outcome == null) {
            return new RoundView(round.number(), round.version(), submission.by(), submission.onBehalfOf(),
                    submission.at(), null, null, null, null, null, null, List.of());
        }
        return new RoundView(round.number(), round.version(), submission.by(), submission.onBehalfOf(),
                submission.at(), outcome.state(), outcome.by(), outcome.onBehalfOf(),
                outcome.at(), outcome.reasonCode(), outcome.reason(), outcome.reopened());
    }
}
