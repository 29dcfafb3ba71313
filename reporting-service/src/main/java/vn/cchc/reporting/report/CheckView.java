package vn.cchc.reporting.report;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.problem.ProblemError;

@Schema(description = "What the quality gate says of a report as it is now")
record CheckView(@Schema(description = "Whether it may be submitted: there are no errors") boolean ready,
        @Schema(description = "What blocks the submission") List<ProblemError> errors,
        @Schema(description = "What the reviewer should know; it does not block") List<ProblemError> warnings) {
}
