package vn.cchc.reporting.report;

import java.util.Set;

import vn.cchc.house.caller.Caller;
import vn.cchc.house.caller.Role;

/**
 * Which reports a caller may see: everyone the accepted ones, a unit also its own, who reviews or audits all.
 *
 * @param units the units whose reports are seen in every state
 */
record Sight(boolean all, Set<String> units) {

    static Sight of(Caller caller) {
        boolean all = caller.is(Role.REVIEWER) || caller.is(Role.AUDITOR);
        boolean own = caller.is(Role.REPORTER) || caller.is(Role.UNIT_HEAD) || caller.is(Role.INTEGRATOR);
        return new Sight(all, own ? caller.units() : Set.of());
    }

    boolean covers(Report report) {
        return all || units.contains(report.unit) || report.state == ReportState.ACCEPTED;
    }
}
