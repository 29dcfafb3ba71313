package vn.cchc.reporting.report;

import static vn.cchc.reporting.report.ReportState.ACCEPTED;
import static vn.cchc.reporting.report.ReportState.AWAITING_UNIT_HEAD;
import static vn.cchc.reporting.report.ReportState.DRAFT;
import static vn.cchc.reporting.report.ReportState.RETURNED;
import static vn.cchc.reporting.report.ReportState.SUBMITTED;
import static vn.cchc.reporting.report.ReportState.WITHDRAWN;

import java.util.Set;

/** A step that a report takes: from which states, and to which. */
public enum Action {
    CREATE(DRAFT),
    HANDOVER(AWAITING_UNIT_HEAD, DRAFT, RETURNED, WITHDRAWN),
    SUBMIT(SUBMITTED, DRAFT, RETURNED, WITHDRAWN, AWAITING_UNIT_HEAD),
    ACCEPT(ACCEPTED, SUBMITTED),
    RETURN(RETURNED, SUBMITTED),
    WITHDRAW(WITHDRAWN, SUBMITTED, AWAITING_UNIT_HEAD);

    private final ReportState to;
    private final Set<ReportState> from;

    Action(ReportState to, ReportState... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    ReportState to() {
        return to;
    }

    boolean isPossibleFrom(ReportState state) {
        return from.contains(state);
    }
}
