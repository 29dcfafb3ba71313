package vn.cchc.targets;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged service in a process of its own. */
record PackagedService(Process process) implements AutoCloseable {

    static PackagedService start(Map<String, String> settings, String... more) throws IOException {
        // What lives for seconds is not worth a second compiler.
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Dquarkus.profile=local", "-Dquarkus.http.port=0"));
        // The address of the identity provider is also there for the tests, by a name that no service knows.
        settings.forEach((name, value) -> command.add((name.startsWith("cchc.") ? "-Dtest." : "-D") + name + "=" + value));
        command.addAll(List.of(more));
        command.addAll(List.of("-jar", "target/quarkus-app/quarkus-run.jar"));
        return new PackagedService(new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(new File("target/packaged-service.log"))).start());
    }

    /** Ends the process in order, as an operator does. */
    void stop() {
        process.destroy();
        process.onExit().orTimeout(20, SECONDS).join();
    }

    /** Stops the process without ending it, like a long pause of its machine. */
    void suspend() throws IOException, InterruptedException {
        signal("STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String signal) throws IOException, InterruptedException {
        int refused = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start().waitFor();
        if (refused != 0) {
            throw new IllegalStateException("no signal could be sent to " + process);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
