package vn.cchc.reporting.report;

import java.util.Set;

import vn.cchc.rest.caller.Caller;
import vn.cchc.rest.caller.Role;

/**
 * Which reports a caller may see: everyone the accepted ones, a unit also its own, who reviews or audits all.
 *
 * @param units the units whose reports are seen in every state
 */
record ReportAccess(boolean all, Set<String> units) {

    static ReportAccess of(Caller caller) {
        boolean all = caller.is(Role.REVIEWER) || caller.is(Role.AUDITOR);
        boolean own = caller.is(Role.REPORTER) || caller.is(Role.UNIT_HEAD) || caller.is(Role.INTEGRATOR);
        return new ReportAccess(all, own ? caller.units() : Set.of());
    }

    boolean covers(Report report) {
        return all || units.contains(report.unit) || report.state == ReportState.ACCEPTED;
    }
}
