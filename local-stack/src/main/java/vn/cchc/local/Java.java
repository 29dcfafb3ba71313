package vn.cchc.local;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Commands for the Java that runs the stack. */
final class Java {

    private Java() {
    }

    static List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(Stream.of(java), Stream.of(arguments)).toList();
    }
}
