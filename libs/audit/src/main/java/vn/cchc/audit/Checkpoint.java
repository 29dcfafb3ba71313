package vn.cchc.audit;

import java.util.List;
import java.util.Locale;
import java.util.function.LongFunction;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * A seal that an auditor noted earlier. Without it, a chain whose end was cut off verifies.
 *
 * @param position null for no checkpoint, like the hash
 */
record Checkpoint(Long position, String hash) {

    static final Checkpoint NONE = new Checkpoint(null, null);

    Checkpoint {
        if ((position == null) != (hash == null)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(position == null ? "position" : "hash", CommonProblem.INVALID_PARAMETER)));
        }
        hash = hash == null ? null : hash.toLowerCase(Locale.ROOT);
    }

    boolean agreesWith(AuditSeal seal) {
        return agreesWith(seal.position, seal.hash);
    }

    boolean agreesWith(Anchor anchor) {
        return agreesWith(anchor.position(), anchor.hash());
    }

    /** Whether the chain has this seal, if it lies within a part that is not read again. */
    boolean isMet(Anchor anchor, VerifiedPart part, LongFunction<String> hashAt) {
        return position == null || position <= anchor.position() || position > part.position()
                || hash.equals(hashAt.apply(position));
    }

    private boolean agreesWith(long other, String otherHash) {
        return position == null || position != other || otherHash.equals(hash);
    }

    /** The seals before the anchor were removed, so nothing can be compared with them. */
    void requireKept(Anchor anchor) {
        if (position != null && position < anchor.position()) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at("position", CommonProblem.INVALID_PARAMETER)));
        }
    }

    boolean isBeyond(long last) {
        return position != null && position > last;
    }
}
