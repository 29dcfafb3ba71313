package vn.cchc.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** PostgreSQL 18 with the services' databases. */
class Postgres implements Component {

    // With the usual 4096 a Java client without its second compiler computes for a twentieth of a second at each connection.
    private static final String FEW_ITERATIONS = "scram_iterations=1";

    private final DataDirectory home;
    private final ManagedProcess server;
    private final Path data;
    private final Databases databases;
    private final boolean ephemeral;

    /** @param ephemeral whether the data are removed at the end, so that they need not survive a crash */
    Postgres(DataDirectory home, ManagedProcess server, Databases databases, boolean ephemeral) {
        this.home = home;
        this.server = server;
        this.ephemeral = ephemeral;
        this.data = home.of("postgres");
        this.databases = databases;
    }

    @Override
    public String name() {
        return "PostgreSQL 18";
    }

    @Override
    public String address() {
        return "localhost:" + databases.port();
    }

    @Override
    public void start() throws IOException, InterruptedException {
        PostgresBinaries binaries = PostgresBinaries.unpacked();
        if (!Files.exists(data)) {
            initialize(binaries);
        }
        dropForeignLock();
        server.launch(binaries.command("postgres", "-D", data.toString(), "-p", "" + databases.port(),
                "-c", "listen_addresses=localhost", "-c", "unix_socket_directories=", "-c", "timezone=UTC",
                // The audit trail is sealed in the order of the commits.
                "-c", "track_commit_timestamp=on", "-c", FEW_ITERATIONS,
                "-c", "fsync=" + (ephemeral ? "off" : "on")), Map.of());
        server.awaitReady(databases::answer);
        createDatabases();
    }

    // In a folder beside it, so that a start that is cut off leaves no half-made cluster.
    private void initialize(PostgresBinaries binaries) throws IOException, InterruptedException {
        Path unfinished = home.of("postgres.new");
        DataDirectory.delete(unfinished);
        Path password = Files.writeString(home.of("postgres.password"), databases.password());
        try {
            server.run(binaries.command("initdb", "-D", unfinished.toString(), "-U", "postgres", "-A", "scram-sha-256",
                    "-c", FEW_ITERATIONS, "--pwfile", password.toString(), "-E", "UTF8", "--locale=C",
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8"));
        } finally {
            Files.delete(password);
        }
        Files.move(unfinished, data);
    }

    // After a crash the id in the lock file may have been given to another program, which PostgreSQL takes for itself.
    private void dropForeignLock() throws IOException {
        Path lock = data.resolve("postmaster.pid");
        if (Files.exists(lock) && !Files.readString(lock).lines().findFirst().filter(Postgres::mayBePostgres).isPresent()) {
            Files.delete(lock);
        }
    }

    private static boolean mayBePostgres(String id) {
        return ProcessHandle.of(Long.parseLong(id.strip())).flatMap(process -> process.info().command())
                .map(program -> program.endsWith("postgres")).orElse(true);
    }

    private void createDatabases() {
        try {
            databases.create();
        } catch (SQLException e) {
            throw new ComponentFailure("the databases cannot be made: " + e.getMessage(), e);
        }
    }

    @Override
    public CompletableFuture<?> ended() {
        return server.ended();
    }

    @Override
    public String exitMessage() {
        return server.exitMessage();
    }

    // Java can send only SIGTERM; PostgreSQL then waits for the last client to disconnect.
    @Override
    public void stop() throws IOException, InterruptedException {
        server.stop(process -> {
            List<String> fast = PostgresBinaries.unpacked()
                    .command("pg_ctl", "stop", "-D", data.toString(), "-m", ephemeral ? "immediate" : "fast", "-W");
            new ProcessBuilder(fast).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD).start().waitFor();
        });
    }
}
