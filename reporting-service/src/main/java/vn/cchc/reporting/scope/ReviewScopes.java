package vn.cchc.reporting.scope;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
public class ReviewScopes implements PanacheRepositoryBase<ReviewScope, UUID> {

    private final Clock clock;

    ReviewScopes(Clock clock) {
        this.clock = clock;
    }

    /** A reviewer without a scope reviews everything. One whose scopes do not hold today reviews nothing. */
    public ReviewReach reach(String subject) {
        List<ReviewScope> scopes = list("subject = ?1 and not removed", subject);
        return scopes.isEmpty() ? ReviewReach.ALL : reach(scopes);
    }

    /** What a reviewer reviews within one scope; nothing while it does not hold. */
    public ReviewReach reach(String subject, UUID scope) {
        return reach(list("subject = ?1 and id = ?2 and not removed", subject, scope));
    }

    private ReviewReach reach(List<ReviewScope> scopes) {
        LocalDate today = LocalDate.now(clock);
        List<ReviewScope> holding = scopes.stream().filter(scope -> scope.holdsOn(today)).toList();
        return new ReviewReach(false,
                holding.stream().flatMap(scope -> scope.units.stream()).collect(Collectors.toUnmodifiableSet()),
                holding.stream().flatMap(scope -> scope.indicators.stream()).collect(Collectors.toUnmodifiableSet()));
    }

    /** @param subject null for the scopes of all reviewers */
    List<ReviewScope> after(String subject, Paging paging) {
        return find("not removed and id > ?1 and (?2 is null or subject = ?2) order by id", paging.afterId(), subject)
                .page(0, paging.rows()).list();
    }

    /** Whether a scope limits a reviewer. */
    public boolean isOf(String subject, UUID scope) {
        return count("subject = ?1 and id = ?2 and not removed", subject, scope) > 0;
    }

    ReviewScope require(UUID id) {
        return findByIdOptional(id).filter(scope -> !scope.removed)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.REVIEW_SCOPE, id));
    }

    /** Serialises the changes of scopes. */
    void lock() {
        getEntityManager().createNativeQuery("lock table review_scope in share row exclusive mode").executeUpdate();
    }
}
