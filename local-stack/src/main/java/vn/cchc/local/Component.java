package vn.cchc.local;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** What the stack consists of: can be started, watched, started again when it died, and stopped for good. */
interface Component {

    String name();

    String address();

    /** Returns when the part does its work, and throws {@link ComponentFailure} when it never will. */
    void start() throws IOException, InterruptedException;

    /** Completed when what {@link #start} started has ended. */
    CompletableFuture<?> ended();

    /** How it ended, its last line, and where to read more. */
    String exitMessage();

    /** Ends it for good, also in the middle of its start. */
    void stop() throws IOException, InterruptedException;
}
