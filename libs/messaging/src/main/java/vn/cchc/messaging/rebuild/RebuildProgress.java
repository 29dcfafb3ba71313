package vn.cchc.messaging.rebuild;

/**
 * How far a rebuild is.
 *
 * @param total places on the topics, those of events and those of Kafka's own marks between them
 * @param processed how many of them were passed
 * @param skipped events that stay dead letters, or became some
 */
record RebuildProgress(long total, long processed, long skipped) {

    RebuildProgress passed(long places) {
        return new RebuildProgress(total, places, skipped);
    }

    RebuildProgress skippedOne() {
        return new RebuildProgress(total, processed, skipped + 1);
    }
}
