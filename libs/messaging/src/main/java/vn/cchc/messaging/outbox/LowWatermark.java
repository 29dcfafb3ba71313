package vn.cchc.messaging.outbox;

import java.util.Collections;
import java.util.Set;

/**
 * The position up to which no row of the outbox will ever be seen again, so that nobody need read over the dead ones. The last
 * position that was seen is not it, because a late committer may become visible before that. But whoever holds a position
 * writes already: once all who wrote after a position was seen have ended, and then no row up to it is to be seen, none will
 * be.
 */
class LowWatermark {

    static final long NO_ROW = Long.MAX_VALUE;

    private long position;
    private long seen;
    private long watched;
    private Set<String> writers = Set.of();

    long position() {
        return position;
    }

    void saw(long row) {
        seen = Math.max(seen, row);
    }

    /**
     * @param writing the transactions that write to the outbox now
     * @param first the first row that is to be seen, looked for after that
     */
    void look(Set<String> writing, long first) {
        if (Collections.disjoint(writers, writing)) {
            position = Math.max(position, Math.min(watched, first - 1));
            watched = seen;
            writers = writing;
        }
        if (first != NO_ROW) {
            saw(first);
        }
    }
}
