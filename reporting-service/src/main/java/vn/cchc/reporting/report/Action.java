package vn.cchc.reporting.report;

import static vn.cchc.reporting.report.ReportState.ACCEPTED;
import static vn.cchc.reporting.report.ReportState.AWAITING_UNIT_HEAD;
import static vn.cchc.reporting.report.ReportState.DRAFT;
import static vn.cchc.reporting.report.ReportState.RETURNED;
import static vn.cchc.reporting.report.ReportState.SUBMITTED;
import static vn.cchc.reporting.report.ReportState.WITHDRAWN;

import java.util.Set;

/** An action that changes the status of a report: the states in which it is allowed, and the state it leads to. */
enum Action {
    CREATE(DRAFT),
    HANDOVER(AWAITING_UNIT_HEAD, DRAFT, RETURNED, WITHDRAWN),
    SUBMIT(SUBMITTED, DRAFT, RETURNED, WITHDRAWN, AWAITING_UNIT_HEAD),
    ACCEPT(ACCEPTED, SUBMITTED),
    RETURN(RETURNED, SUBMITTED),
    RETURN_TO_AUTHOR(RETURNED, AWAITING_UNIT_HEAD),
    WITHDRAW(WITHDRAWN, SUBMITTED, AWAITING_UNIT_HEAD),
    CORRECT(DRAFT, ACCEPTED),
    CANCEL_CORRECTION(ACCEPTED, DRAFT, RETURNED, WITHDRAWN);

    private final ReportState target;
    private final Set<ReportState> from;

    Action(ReportState target, ReportState... from) {
        this.target = target;
        this.from = Set.of(from);
    }

    ReportState target() {
        return target;
    }

    boolean isAllowedIn(ReportState state) {
        return from.contains(state);
    }
}
