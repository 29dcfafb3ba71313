package vn.cchc.reporting.report;

import java.util.Set;

import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;

/**
 * The reports that a caller can read: everyone accepted reports, a unit also its own reports, reviewers and auditors all
 * reports.
 *
 * @param units the units whose reports the caller can read in every state
 */
record ReportAccess(boolean all, Set<String> units) {

    static ReportAccess of(Actor actor) {
        boolean all = actor.is(Role.REVIEWER) || actor.is(Role.AUDITOR);
        boolean own = actor.is(Role.REPORTER) || actor.is(Role.UNIT_HEAD) || actor.is(Role.INTEGRATOR);
        return new ReportAccess(all, own ? actor.units() : Set.of());
    }

    boolean canRead(Report report) {
        return all || units.contains(report.unit) || report.state == ReportState.ACCEPTED;
    }
}
