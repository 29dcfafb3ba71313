package vn.cchc.audit;

import java.util.List;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** A head that an auditor noted down earlier: who cuts the end off the chain leaves a shorter one that holds in itself. */
record Checkpoint(Long position, String hash) {

    Checkpoint {
        if ((position == null) != (hash == null)) {
            throw new ProblemException(CommonProblem.INVALID_PARAMETER,
                    List.of(Violation.at(position == null ? "position" : "hash", CommonProblem.INVALID_PARAMETER)));
        }
    }

    boolean agreesWith(AuditSeal seal) {
        return position == null || seal.position != position || seal.hash.equals(hash);
    }

    boolean isBeyond(long last) {
        return position != null && position > last;
    }
}
