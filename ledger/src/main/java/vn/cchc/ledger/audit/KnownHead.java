package vn.cchc.ledger.audit;

import java.util.List;

import vn.cchc.house.problem.Fault;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;

/** A head that an auditor noted down earlier: who cuts the end off the chain leaves a shorter one that holds in itself. */
record KnownHead(Long position, String hash) {

    KnownHead {
        if ((position == null) != (hash == null)) {
            throw new Refusal(HouseProblem.INVALID_PARAMETER,
                    List.of(Fault.at(position == null ? "position" : "hash", HouseProblem.INVALID_PARAMETER)));
        }
    }

    boolean agreesWith(AuditSeal seal) {
        return position == null || seal.position != position || seal.hash.equals(hash);
    }

    boolean liesAfter(long last) {
        return position != null && position > last;
    }
}
