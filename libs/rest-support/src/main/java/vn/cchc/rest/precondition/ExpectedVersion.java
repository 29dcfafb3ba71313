package vn.cchc.rest.precondition;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongFunction;

import jakarta.ws.rs.core.HttpHeaders;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * The versions on which a change may be made.
 *
 * @param any whether every version is accepted
 * @param revisions the accepted revisions
 */
public record ExpectedVersion(boolean any, Set<Long> revisions) {

    /** Every version. */
    public static final ExpectedVersion ANY = new ExpectedVersion(true, Set.of());
    /** No version: the change was requested without a precondition. */
    public static final ExpectedVersion NONE = new ExpectedVersion(false, Set.of());

    public ExpectedVersion {
        revisions = Set.copyOf(revisions);
    }

    /** @param headers every {@code If-Match} header of the request; none is 428, and only weak tags are 412 */
    public static ExpectedVersion ofIfMatch(List<String> headers) {
        EntityTags tags = EntityTags.read(HttpHeaders.IF_MATCH, headers)
                .orElseThrow(() -> new ProblemException(CommonProblem.PRECONDITION_REQUIRED));
        if (tags.areWeak()) {
            throw new ProblemException(CommonProblem.WEAK_ENTITY_TAG);
        }
        return tags.any() ? ANY : new ExpectedVersion(false, tags.revisions());
    }

    /**
     * @param refusal by the number of changes since the latest accepted revision; 0 where no earlier one is known
     * @throws StaleResourceException if the current revision is not accepted
     */
    public void requireMatch(long revision, LongFunction<StaleResourceException> refusal) {
        if (!any && !revisions.contains(revision)) {
            throw refusal.apply(changesUntil(revision));
        }
    }

    private long changesUntil(long revision) {
        long latest = revisions.isEmpty() ? revision : new TreeSet<>(revisions).last();
        return Math.max(0, revision - latest);
    }
}
