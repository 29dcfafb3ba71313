package vn.cchc.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The packaged stack as a developer or a test starts it, on free ports by default. */
public class StackProcess implements AutoCloseable {

    private static final int TIMEOUT_SECONDS = 60;

    private final Path home;
    private final Process process;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final List<String> seen = new ArrayList<>();

    private StackProcess(Path home, Process process) {
        this.home = home;
        this.process = process;
        Thread reader = new Thread(this::read);
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
            }
        } catch (IOException closed) {
            // The process has been destroyed: its output ends here.
        }
    }

    static StackProcess start(Path home, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = Java.command("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-jar",
                "../local-stack/target/local-stack-runnable.jar");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command)).redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        for (Port port : Port.values()) {
            builder.environment().put(port.variable(), "0");
        }
        builder.environment().put("CCHC_HOME", home.toString());
        builder.environment().putAll(environment);
        return new StackProcess(home, builder.start());
    }

    public static StackProcess infrastructure(Path home) throws IOException, InterruptedException {
        StackProcess stack = start(home, Map.of(), "infrastructure");
        stack.await("ready ");
        return stack;
    }

    /** The next line that contains the text. */
    String await(String text) throws InterruptedException {
        for (String line = next(); line != null; line = next()) {
            seen.add(line);
            if (line.contains(text)) {
                return line;
            }
        }
        throw new AssertionError("no '" + text + "' in " + seen);
    }

    private String next() throws InterruptedException {
        return lines.poll(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    String endpoint(Port port) throws IOException {
        try (Reader reader = Files.newBufferedReader(home.resolve("endpoints.properties"))) {
            Properties endpoints = new Properties();
            endpoints.load(reader);
            return endpoints.getProperty(port.name().toLowerCase(Locale.ROOT));
        }
    }

    public String postgres() throws IOException {
        return endpoint(Port.POSTGRES);
    }

    List<ProcessHandle> descendants() {
        return process.descendants().toList();
    }

    ProcessHandle program(String text) {
        return descendants().stream().filter(each -> each.info().commandLine().orElse("").contains(text)).findAny()
                .orElseThrow();
    }

    int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running after " + seen);
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(TIMEOUT_SECONDS, TimeUnit.SECONDS).join();
    }
}
