package vn.cchc.reporting.deputy;

import java.util.Collection;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.reporting.scope.ReviewReach;
import vn.cchc.reporting.scope.ReviewScopes;
import vn.cchc.rest.change.ChangeContext;

/** What a reviewer can do in the own right, or else as the deputy of another reviewer. */
@ApplicationScoped
public class ReviewRights {

    private final ReviewScopes scopes;
    private final Deputies deputies;

    ReviewRights(ReviewScopes scopes, Deputies deputies) {
        this.scopes = scopes;
        this.deputies = deputies;
    }

    /** The reports within reach of a reviewer, and of those whose deputy the reviewer is today. */
    public ReviewReach reach(String subject) {
        ReviewReach own = scopes.reach(subject);
        return own.all() ? own : deputies.ofReviewers(subject).stream().map(this::reach).reduce(own, ReviewReach::and);
    }

    /** The change of a report by a reviewer who reviews all of it; 403 for others. */
    public ChangeContext forWhole(ChangeContext context, String unit, Collection<String> figures) {
        return within(context, unit, reach -> reach.hasWhole(unit, figures));
    }

    /** The change of a report by a reviewer who reviews some of it; 403 for others. */
    public ChangeContext forPart(ChangeContext context, String unit, Collection<String> figures) {
        return within(context, unit, reach -> reach.hasPart(unit, figures));
    }

    private ChangeContext within(ChangeContext context, String unit, Predicate<ReviewReach> needed) {
        ReviewReach own = scopes.reach(context.by());
        if (needed.test(own)) {
            return context;
        }
        return deputies.ofReviewers(context.by()).stream().filter(deputy -> needed.test(reach(deputy))).findFirst()
                .map(deputy -> context.asDeputyOf(deputy.principal)).orElseThrow(() -> own.outside(unit));
    }

    /** Not what the represented reviewer does as somebody's deputy. */
    private ReviewReach reach(Deputy deputy) {
        return deputy.reviewScope == null ? scopes.reach(deputy.principal)
                : scopes.reach(deputy.principal, deputy.reviewScope);
    }
}
