package vn.cchc.events.rebuild;

/**
 * How far a rebuild is.
 *
 * @param total places on the topics, those of events and those of Kafka's own marks between them
 * @param processed how many of them were passed
 * @param skipped events that can be read or applied no more than when they first came, and became dead letters
 */
record Progress(long total, long processed, long skipped) {

    Progress passed(long places) {
        return new Progress(total, places, skipped);
    }

    Progress skippedOne() {
        return new Progress(total, processed, skipped + 1);
    }
}
