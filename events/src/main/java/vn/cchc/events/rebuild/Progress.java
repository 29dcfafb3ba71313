package vn.cchc.events.rebuild;

/**
 * How far a rebuild is.
 *
 * @param skipped events that can be read or applied no more than when they first came, and became dead letters
 */
record Progress(long total, long processed, long skipped) {

    Progress applied() {
        return new Progress(total, processed + 1, skipped);
    }

    Progress passedOver() {
        return new Progress(total, processed + 1, skipped + 1);
    }
}
