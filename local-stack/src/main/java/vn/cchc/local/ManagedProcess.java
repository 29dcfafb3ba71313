package vn.cchc.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** A process of the stack. It writes to its log, and once stopped it is never started again. */
class ManagedProcess {

    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Path SETSID = Path.of("/usr/bin/setsid");

    private final String name;
    private final DataDirectory home;
    private final Duration startTimeout;

    private Process process;
    private long logStart;
    private boolean stopped;

    ManagedProcess(String name, DataDirectory home, Duration startTimeout) {
        this.name = name;
        this.home = home;
        this.startTimeout = startTimeout;
    }

    Path log() {
        return home.log(name);
    }

    synchronized void launch(List<String> command, Map<String, String> environment) throws IOException {
        if (stopped) {
            throw new ComponentFailure(name + " is not started any more");
        }
        ProcessBuilder builder = new ProcessBuilder(ownSession(command)).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        // A service refuses settings that it does not know.
        builder.environment().keySet().removeAll(Settings.variables());
        builder.environment().putAll(environment);
        logStart = Files.exists(log()) ? Files.size(log()) : 0;
        process = builder.start();
        home.remember(name, process.toHandle());
    }

    // Ctrl-C reaches the whole foreground group at once; in sessions of their own the parts end in our order.
    private static List<String> ownSession(List<String> command) {
        if (!Files.isExecutable(SETSID)) {
            return command;
        }
        return Stream.concat(Stream.of(SETSID.toString()), command.stream()).toList();
    }

    /** Runs a command that ends by itself. */
    void run(List<String> command) throws IOException, InterruptedException {
        launch(command, Map.of());
        if (process.waitFor() != 0) {
            throw new ComponentFailure(exitMessage());
        }
    }

    void awaitReady(BooleanSupplier ready) throws InterruptedException {
        Instant deadline = Instant.now().plus(startTimeout);
        while (!ready.getAsBoolean()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new ComponentFailure(exitMessage());
            }
            if (Instant.now().isAfter(deadline)) {
                String line = "is not ready after %d s%s".formatted(startTimeout.toSeconds(), lastLineAndLog());
                process.destroyForcibly().waitFor();
                throw new ComponentFailure(line);
            }
        }
    }

    CompletableFuture<?> ended() {
        return process.onExit();
    }

    void stop(Request request) throws IOException, InterruptedException {
        Process running = close();
        if (running == null) {
            return;
        }
        List<ProcessHandle> descendants = running.descendants().toList();
        request.sendTo(running);
        if (!running.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)) {
            running.destroyForcibly().waitFor();
        }
        descendants.forEach(ProcessHandle::destroyForcibly);
        home.forget(name);
    }

    private synchronized Process close() {
        stopped = true;
        return process;
    }

    String exitMessage() {
        return "ended with exit code %d%s".formatted(process.exitValue(), lastLineAndLog());
    }

    private String lastLineAndLog() {
        List<String> lines = new ArrayList<>(linesOfThisRun());
        // A stack trace's last line says the least.
        lines.removeIf(line -> line.isBlank() || Character.isWhitespace(line.charAt(0)));
        String last = lines.isEmpty() ? "" : ", saying: " + lines.get(lines.size() - 1).strip();
        return last + " (log: " + log() + ")";
    }

    private List<String> linesOfThisRun() {
        try (FileChannel channel = FileChannel.open(log()).position(logStart)) {
            return new String(Channels.newInputStream(channel).readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The way in which a process is stopped. */
    interface Request {
        void sendTo(Process process) throws IOException, InterruptedException;
    }
}
