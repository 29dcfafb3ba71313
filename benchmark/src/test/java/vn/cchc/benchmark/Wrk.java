package vn.cchc.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What wrk measured: as many requests as the other side answers.
 *
 * @param millis50 the median of the latency under this load, in milliseconds
 * @param millis95 the same of the 95th percentile
 */
record Wrk(double requestsPerSecond, double millis50, double millis95) {

    private static final int CONNECTIONS = 32;
    private static final String SUMMARY = """
            done = function(summary, latency, requests)
              local errors = summary.errors
              io.write(string.format("measured %d %d %d %d %d\\n", summary.requests, summary.duration, latency:percentile(50),
                latency:percentile(95), errors.connect + errors.read + errors.write + errors.status + errors.timeout))
            end
            """;
    private static final Pattern MEASURED = Pattern.compile("measured (\\d+) (\\d+) (\\d+) (\\d+) (\\d+)");

    static Wrk run(Target target, int seconds) throws IOException {
        var script = Files.writeString(Files.createTempFile("summary", ".lua"), SUMMARY);
        try {
            List<String> command = new ArrayList<>(
                    List.of(Machine.path("wrk"), "-t2", "-c" + CONNECTIONS, "-d" + seconds + "s", "--timeout", "30s",
                            "-s", script.toString()));
            target.headers().forEach((name, value) -> command.addAll(List.of("-H", name + ": " + value)));
            command.add(target.address());
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return parse(new String(process.getInputStream().readAllBytes()));
        } finally {
            Files.delete(script);
        }
    }

    private static Wrk parse(String output) {
        Matcher found = MEASURED.matcher(output);
        // A reply other than 2xx and 3xx is an error too.
        if (!found.find() || !found.group(5).equals("0")) {
            throw new IllegalStateException("wrk measured errors or nothing:\n" + output);
        }
        double seconds = Long.parseLong(found.group(2)) / 1e6;
        return new Wrk(Long.parseLong(found.group(1)) / seconds, Long.parseLong(found.group(3)) / 1e3,
                Long.parseLong(found.group(4)) / 1e3);
    }
}
