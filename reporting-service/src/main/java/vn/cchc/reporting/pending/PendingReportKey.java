package vn.cchc.reporting.pending;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** The place of a report in the queue: two reports can be submitted in the same millisecond. */
record PendingReportKey(Instant submittedAt, UUID id) {

    private static final PendingReportKey FIRST = new PendingReportKey(Instant.EPOCH, new UUID(0, 0));

    static PendingReportKey of(PendingReport report) {
        return new PendingReportKey(report.submittedAt(), report.id());
    }

    /** @param text empty for the first page */
    static PendingReportKey parse(String text) {
        if (text.isEmpty()) {
            return FIRST;
        }
        try {
            String[] parts = text.split(" ", 2);
            return new PendingReportKey(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at("cursor", CommonProblem.INVALID_PARAMETER)));
        }
    }

    @Override
    public String toString() {
        return submittedAt + " " + id;
    }
}
