package vn.cchc.messaging.rebuild;

/**
 * The progress of a rebuild.
 *
 * @param total offsets on the topics, those of events and those of Kafka's commit markers
 * @param processed offsets processed so far
 * @param skipped events that are dead letters
 */
record RebuildProgress(long total, long processed, long skipped) {

    RebuildProgress withProcessed(long offsets) {
        return new RebuildProgress(total, offsets, skipped);
    }

    RebuildProgress withOneMoreSkipped() {
        return new RebuildProgress(total, processed, skipped + 1);
    }
}
