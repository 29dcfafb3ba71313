package vn.cchc.survey.result;

import java.time.Duration;

/**
 * How long a counting tries to lock the tables of all campaigns. While an attempt waits for its locks, others wait
 * behind it, so the pauses between attempts grow with the time that has passed.
 */
enum LockWait {

    /** Somebody waits for the reply to the closing, and answers wait until it is decided. */
    OF_A_CLOSING(Duration.ofSeconds(3)),
    /** As a backup may read the tables: another attempt would count all answers again, with all of their write-ahead log. */
    IN_BACKGROUND(Duration.ofMinutes(10));

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final int PART = 10;

    /** What is tried. */
    interface Attempt<E extends Exception> {
        boolean succeeds() throws E;
    }

    private final Duration longest;

    LockWait(Duration longest) {
        this.longest = longest;
    }

    /** @return whether an attempt succeeded */
    <E extends Exception> boolean until(Attempt<E> attempt) throws E {
        long begun = System.nanoTime();
        while (!attempt.succeeds()) {
            Duration waited = Duration.ofNanos(System.nanoTime() - begun);
            if (waited.compareTo(longest) > 0) {
                return false;
            }
            sleep(pauseAfter(waited));
        }
        return true;
    }

    static Duration pauseAfter(Duration waited) {
        Duration part = waited.dividedBy(PART);
        if (part.compareTo(SHORTEST_PAUSE) < 0) {
            return SHORTEST_PAUSE;
        }
        return part.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : part;
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the service stops", e);
        }
    }
}
