package vn.cchc.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was measured: a row each, in the format of docs/performance.md. */
final class Table {

    private static final Path FILE = Path.of("target", "benchmark", "performance.md");
    private static final String HEAD = """
            | measured | unit | ours | peer | | ratio | goal |
            |---|---|---|---|---|---|---|
            """;

    private final List<String> rows = new ArrayList<>();
    private final List<String> leftOut = new ArrayList<>();

    /** A figure beside that of a peer. */
    void add(String measured, String unit, double ours, double peers, String peer, String goal) {
        row(measured, unit, figure(ours), figure(peers), peer, String.format(Locale.ROOT, "%.2f", ours / peers), goal);
    }

    /** A figure without a peer. */
    void add(String measured, String unit, double ours, String goal) {
        row(measured, unit, figure(ours), "", "", "", goal);
    }

    private void row(String... cells) {
        String row = Stream.of(cells).collect(Collectors.joining(" | ", "| ", " |"));
        System.out.println("benchmark: " + row);
        rows.add(row);
    }

    void leaveOut(String what, String reason) {
        leftOut.add(what + ": left out, because " + reason);
    }

    private static String figure(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }

    /** Prints it and writes it to {@code target/benchmark/performance.md}. */
    void print() throws IOException {
        String text = Machine.describe() + "\n\n" + HEAD + String.join("\n", rows) + '\n'
                + leftOut.stream().map(line -> "\n" + line + '\n').collect(Collectors.joining());
        Files.createDirectories(FILE.getParent());
        Files.writeString(FILE, text);
        System.out.println("\n" + text);
    }
}
