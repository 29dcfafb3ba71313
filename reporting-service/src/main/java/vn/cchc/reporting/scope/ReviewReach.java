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

    /** Whether every figure of a report is within reach. */
    public boolean hasWhole(String unit, Collection<String> figures) {
        return hasUnit(unit) || !figures.isEmpty() && indicators.containsAll(figures);
    }

    /** Whether a report has anything within reach. */
    public boolean hasPart(String unit, Collection<String> figures) {
        return hasUnit(unit) || figures.stream().anyMatch(indicators::contains);
    }

    private boolean hasUnit(String unit) {
        return all || units.contains(unit);
    }

    public ReviewReach and(ReviewReach other) {
        return new ReviewReach(all || other.all, union(units, other.units), union(indicators, other.indicators));
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> union = new TreeSet<>(some);
        union.addAll(others);
        return union;
    }

    public ProblemException outside(String unit) {
        Set<String> named = union(units, indicators);
        return named.isEmpty() ? new ProblemException(ReportingProblem.REVIEW_SCOPE_ENDED)
                : new ProblemException(ReportingProblem.OUTSIDE_REVIEW_SCOPE, unit, String.join(", ", named));
    }
}
