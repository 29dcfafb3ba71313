package vn.cchc.reporting.report;

import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.rest.problem.ProblemError;

@Schema(description = "The result of the quality gate for the current content of a report")
record CheckView(@Schema(description = "Whether the report can be submitted: there are no errors") boolean ready,
        @Schema(description = "Violations that prevent the submission") List<ProblemError> errors,
        @Schema(description = "Notes for the reviewer; they do not prevent the submission") List<ProblemError> warnings) {
}
