package vn.cchc.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/** The console output: one line per event. */
class Console {

    // Not System.out, whose charset on Java 17 follows the locale: C turns the marks into question marks.
    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    void ready(Component part, Duration took) {
        say(String.format(Locale.ROOT, "✓ %-18s %-17s %5.1f s", part.name(), part.address(), took.toMillis() / 1000.0));
    }

    void trouble(String line) {
        say("✗ " + line);
    }

    void say(String text) {
        out.println(text);
    }
}
