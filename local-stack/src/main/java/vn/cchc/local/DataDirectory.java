package vn.cchc.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The folder that holds what survives a restart. One stack at a time uses it. */
class DataDirectory {

    // By name, for CCHC_HOME may point to a folder with other things in it.
    private static final List<String> OURS = List.of("postgres", "postgres.new", "kafka", "logs", "processes");

    private final Path folder;
    // Kept open: the lock ends with its channel.
    private final FileLock lock;

    private DataDirectory(Path folder, FileLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    static DataDirectory lock(Path folder) throws IOException {
        Files.createDirectories(folder.resolve("logs"));
        Files.createDirectories(folder.resolve("processes"));
        FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock();
        if (lock == null) {
            throw new ComponentFailure(
                    "another stack runs in " + folder + "; stop it first, or choose another folder with CCHC_HOME");
        }
        return new DataDirectory(folder, lock);
    }

    Path of(String name) {
        return folder.resolve(name);
    }

    Path log(String part) {
        return folder.resolve("logs").resolve(part + ".log");
    }

    void clear() throws IOException {
        for (String name : OURS) {
            delete(of(name));
        }
        Files.createDirectories(of("logs"));
        Files.createDirectories(of("processes"));
    }

    void remove() throws IOException {
        lock.channel().close();
        delete(folder);
    }

    static void delete(Path path) throws IOException {
        if (!Files.exists(path)) {
            return;
        }
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }

    void remember(String part, ProcessHandle process) throws IOException {
        Files.writeString(processFile(part), process.pid() + " " + startOf(process).toEpochMilli());
    }

    void forget(String part) throws IOException {
        Files.deleteIfExists(processFile(part));
    }

    /** Ends the processes of a stack that was killed (kill -9): they would still hold the ports and the data. */
    void endLeftovers() throws IOException, InterruptedException {
        try (Stream<Path> files = Files.list(of("processes"))) {
            List<Path> remembered = files.toList();
            List<ProcessHandle> leftovers = remembered.stream().flatMap(file -> leftover(file).stream()).toList();
            leftovers.forEach(ProcessHandle::destroy);
            for (ProcessHandle leftover : leftovers) {
                end(leftover);
            }
            for (Path file : remembered) {
                Files.delete(file);
            }
        }
    }

    private static void end(ProcessHandle process) throws InterruptedException {
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    // The system reuses process ids; the start time identifies the process.
    private static Optional<ProcessHandle> leftover(Path file) {
        try {
            String[] idAndStart = Files.readString(file).split(" ");
            Instant start = Instant.ofEpochMilli(Long.parseLong(idAndStart[1]));
            return ProcessHandle.of(Long.parseLong(idAndStart[0]))
                    .filter(process -> Duration.between(start, startOf(process)).abs().toSeconds() < 2);
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }

    private Path processFile(String part) {
        return of("processes").resolve(part);
    }
}
