package vn.cchc.reporting.report;

import vn.cchc.house.Caller;
import vn.cchc.house.Role;

/**
 * Which reports a caller may see: everyone the accepted ones, a unit also its own, who reviews or audits all.
 *
 * @param unit the unit whose reports are seen in every state; null for none
 */
record Sight(boolean all, String unit) {

    static Sight of(Caller caller) {
        boolean all = caller.is(Role.REVIEWER) || caller.is(Role.AUDITOR);
        boolean own = caller.is(Role.REPORTER) || caller.is(Role.UNIT_HEAD);
        return new Sight(all, own ? caller.unit() : null);
    }

    boolean covers(Report report) {
        return all || report.unit.equals(unit) || report.state == ReportState.ACCEPTED;
    }
}
