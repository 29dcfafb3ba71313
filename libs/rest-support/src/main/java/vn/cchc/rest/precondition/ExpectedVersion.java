package vn.cchc.rest.precondition;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.LongFunction;

import jakarta.ws.rs.core.HttpHeaders;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/**
 * The versions on which a change may be made.
 *
 * @param any whether every version is accepted
 * @param tags entity tags of the accepted versions
 */
public record ExpectedVersion(boolean any, Set<String> tags) {

    /** Every version. */
    public static final ExpectedVersion ANY = new ExpectedVersion(true, Set.of());
    /** No version: the change was requested without a precondition. */
    public static final ExpectedVersion NONE = new ExpectedVersion(false, Set.of());

    public ExpectedVersion {
        tags = Set.copyOf(tags);
    }

    /** @param headers every {@code If-Match} header of the request; none is 428, and only weak tags are 412 */
    public static ExpectedVersion ofIfMatch(List<String> headers) {
        EntityTags tags = EntityTags.read(HttpHeaders.IF_MATCH, headers)
                .orElseThrow(() -> new ProblemException(CommonProblem.PRECONDITION_REQUIRED));
        if (tags.areWeak()) {
            throw new ProblemException(CommonProblem.WEAK_ENTITY_TAG);
        }
        return tags.any() ? ANY : new ExpectedVersion(false, tags.strong());
    }

    /**
     * @param refusal by the number of changes since the latest accepted revision; 0 where no earlier one is known
     * @throws StaleResourceException if no accepted version is one of the current revision of this resource
     */
    public void requireMatch(Revision current, LongFunction<StaleResourceException> refusal) {
        if (any) {
            return;
        }
        // A revision above the current one is possible after the database was restored from a backup.
        OptionalLong latest = tags.stream().map(RevisionTag::read).flatMap(Optional::stream)
                .filter(tag -> tag.isOfResource(current)).mapToLong(RevisionTag::number)
                .filter(number -> number <= current.number()).max();
        long changes = current.number() - latest.orElse(current.number());
        if (latest.isEmpty() || changes > 0) {
            throw refusal.apply(changes);
        }
    }
}
