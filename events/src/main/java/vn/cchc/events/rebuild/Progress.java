package vn.cchc.events.rebuild;

/**
 * How far a rebuild is.
 *
 * @param total places on the topics, those of events and those of Kafka's own marks between them
 * @param processed how many of them were passed
 * @param skipped events that stay dead letters, or became some
 */
record Progress(long total, long processed, long skipped) {

    Progress passed(long places) {
        return new Progress(total, places, skipped);
    }

    Progress skippedOne() {
        return new Progress(total, processed, skipped + 1);
    }
}
