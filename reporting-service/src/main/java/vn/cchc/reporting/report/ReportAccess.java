package vn.cchc.reporting.report;

import java.util.Set;

import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.caller.Role;

/**
 * The reports that a caller can read: everyone accepted reports, a unit also its own reports, reviewers and auditors all
 * reports.
 *
 * @param units the units whose reports the caller can read in every state
 */
record ReportAccess(boolean all, Set<String> units) {

    static ReportAccess of(Caller caller) {
        boolean all = caller.is(Role.REVIEWER) || caller.is(Role.AUDITOR);
        boolean own = caller.is(Role.REPORTER) || caller.is(Role.UNIT_HEAD) || caller.is(Role.INTEGRATOR);
        return new ReportAccess(all, own ? caller.units() : Set.of());
    }

    boolean canRead(Report report) {
        return all || units.contains(report.unit) || report.state == ReportState.ACCEPTED;
    }
}
