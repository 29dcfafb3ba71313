package vn.cchc.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The machine and the programs of a run. */
final class Machine {

    private static final List<String> TOOLS = List.of("wrk", "nginx", "pgbench");
    private static final List<Path> FOLDERS = Stream
            .concat(Stream.of(System.getenv("PATH").split(":")), Stream.of("/usr/sbin")).map(Path::of).toList();

    private Machine() {
    }

    static boolean has(String tool) {
        return find(tool) != null;
    }

    static String path(String tool) {
        return find(tool).toString();
    }

    private static Path find(String tool) {
        return FOLDERS.stream().map(folder -> folder.resolve(tool)).filter(Files::isExecutable).findFirst().orElse(null);
    }

    static String describe() throws IOException {
        return String.format(Locale.ROOT,
                "%d processors (%s), %.0f GB of memory, %s %s; %s; %d rounds of %d s, %d s of warm-up",
                Runtime.getRuntime().availableProcessors(), first("/proc/cpuinfo", "model name\\s*: (.*)"),
                Double.parseDouble(first("/proc/meminfo", "MemTotal:\\s+(\\d+)")) * 1024 / 1e9,
                System.getProperty("java.vm.name"), System.getProperty("java.vm.version"), tools(), Length.ROUNDS,
                Length.SECONDS,
                Length.WARM_UP_SECONDS);
    }

    private static String tools() {
        List<String> missing = TOOLS.stream().filter(tool -> !has(tool)).toList();
        return missing.isEmpty() ? "with " + String.join(", ", TOOLS) : "without " + String.join(", ", missing);
    }

    private static String first(String file, String pattern) throws IOException {
        Matcher found = Pattern.compile(pattern).matcher(Files.readString(Path.of(file)));
        return found.find() ? found.group(1) : "?";
    }
}
