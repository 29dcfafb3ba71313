package vn.cchc.reporting.report;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.rest.caller.Actor;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.values.UnitCode;

/**
 * The reports that a caller can read: everyone the accepted version of a report, a unit also the working copy of its own
 * reports, reviewers and auditors of all reports.
 *
 * @param units the units whose reports the caller can read in every state
 */
record ReportAccess(boolean all, Set<UnitCode> units) {

    static ReportAccess of(Actor actor) {
        boolean all = actor.is(Role.REVIEWER) || actor.is(Role.AUDITOR);
        boolean own = actor.is(Role.REPORTER) || actor.is(Role.UNIT_HEAD) || actor.is(Role.INTEGRATOR);
        return new ReportAccess(all, own ? units(actor) : Set.of());
    }

    /** A text of the token that is not a code names no unit. */
    private static Set<UnitCode> units(Actor actor) {
        return actor.units().stream().map(UnitCode::parse).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    boolean canRead(Report report) {
        return readsWorkingCopy(report) || report.acceptedVersion != null;
    }

    boolean readsWorkingCopy(Report report) {
        return all || units.contains(report.unit());
    }

    /** The number of the last status change that the caller can read. */
    int lastReadableChange(Report report) {
        return readsWorkingCopy(report) ? Integer.MAX_VALUE : report.history().lastAcceptance();
    }

    void requireWorkingCopy(Report report) {
        if (!readsWorkingCopy(report)) {
            throw new ProblemException(CommonProblem.FOREIGN_UNIT, report.unit);
        }
    }
}
