package vn.cchc.local;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** A part of the stack that can be started, watched, restarted and stopped. */
interface Component {

    String name();

    String address();

    /** Returns when the component is ready; throws {@link ComponentFailure} if it cannot start. */
    void start() throws IOException, InterruptedException;

    /** Completes when the process of {@link #start} has ended. */
    CompletableFuture<?> ended();

    /** The exit code, the last line of the log, and the path of the log. */
    String exitMessage();

    /** Ends the component for good, also while it starts. */
    void stop() throws IOException, InterruptedException;
}
