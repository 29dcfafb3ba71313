package vn.cchc.reporting.scope;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * The reports that a reviewer can act on.
 *
 * @param all whether the reviewer is not limited
 * @param units codes of the units whose reports are within reach
 * @param indicators codes of the indicators whose figures are within reach
 */
public record ReviewReach(boolean all, Set<String> units, Set<String> indicators) {

    static final ReviewReach ALL = new ReviewReach(true, Set.of(), Set.of());

    /** Rejects a reviewer whose indicators do not include every figure of the report. */
    public void requireWhole(String unit, Collection<String> figures) {
        if (!isOwn(unit) && (figures.isEmpty() || !indicators.containsAll(figures))) {
            throw outside(unit);
        }
    }

    /** Rejects a reviewer who has no figure of the report to review. */
    public void requirePart(String unit, Collection<String> figures) {
        if (!isOwn(unit) && figures.stream().noneMatch(indicators::contains)) {
            throw outside(unit);
        }
    }

    private boolean isOwn(String unit) {
        return all || units.contains(unit);
    }

    private ProblemException outside(String unit) {
        Set<String> named = new TreeSet<>(units);
        named.addAll(indicators);
        return named.isEmpty() ? new ProblemException(ReportingProblem.REVIEW_SCOPE_ENDED)
                : new ProblemException(ReportingProblem.OUTSIDE_REVIEW_SCOPE, unit, String.join(", ", named));
    }
}
