package vn.cchc.messaging.outbox;

import java.util.Collections;
import java.util.Set;

/**
 * The position up to which the outbox will never have a visible row again, so that queries can skip the dead rows. It is
 * not the last position read, because a late committer may become visible below that. But a transaction that holds a
 * position is already writing: once all transactions that wrote after a position was read have ended, and no row up to
 * it is visible, none will be.
 */
class LowWatermark {

    static final long NO_ROW = Long.MAX_VALUE;

    private long position;
    private long highest;
    private long candidate;
    private Set<String> writers = Set.of();

    long position() {
        return position;
    }

    void observe(long row) {
        highest = Math.max(highest, row);
    }

    /**
     * @param writing the transactions that write to the outbox now
     * @param first the first row that is to be highest, looked for after that
     */
    void advance(Set<String> writing, long first) {
        if (Collections.disjoint(writers, writing)) {
            position = Math.max(position, Math.min(candidate, first - 1));
            candidate = highest;
            writers = writing;
        }
        if (first != NO_ROW) {
            observe(first);
        }
    }
}
