package vn.cchc.audit;

import java.util.List;
import java.util.Locale;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/**
 * A seal that an auditor noted earlier. Without it, a chain whose end was cut off verifies.
 *
 * @param position null for no checkpoint, like the hash
 */
record Checkpoint(Long position, String hash) {

    Checkpoint {
        if ((position == null) != (hash == null)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(position == null ? "position" : "hash", CommonProblem.INVALID_PARAMETER)));
        }
        hash = hash == null ? null : hash.toLowerCase(Locale.ROOT);
    }

    boolean agreesWith(AuditSeal seal) {
        return position == null || seal.position != position || seal.hash.equals(hash);
    }

    boolean isBeyond(long last) {
        return position != null && position > last;
    }
}
