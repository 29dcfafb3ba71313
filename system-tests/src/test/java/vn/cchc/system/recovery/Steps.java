package vn.cchc.system.recovery;

import java.time.Duration;
import java.time.Instant;

/** Prints the steps of a drill and their times. */
record Steps(String drill) {

    /** A step that may fail. */
    interface Step {
        void run() throws Exception;
    }

    void time(String name, Step step) throws Exception {
        Instant begun = Instant.now();
        step.run();
        say("%s: %.1f s".formatted(name, Duration.between(begun, Instant.now()).toMillis() / 1000.0));
    }

    void say(String line) {
        System.out.println(drill + ": " + line);
    }
}
