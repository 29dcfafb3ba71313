package vn.cchc.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A service or the gateway, run from its packaged jar. */
class ServiceProcess implements Component {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String name;
    private final Path jar;
    private final int port;
    private final int healthPort;
    private final Map<String, String> environment;
    private final ManagedProcess program;

    /** @param healthPort the port of the readiness check, which may differ from the port of the API */
    ServiceProcess(String name, Path jar, int port, int healthPort, Map<String, String> environment, ManagedProcess program) {
        if (!Files.exists(jar)) {
            throw new ComponentFailure(name + " is not built: there is no " + jar + " (./mvnw package makes it)");
        }
        this.name = name;
        this.jar = jar;
        this.port = port;
        this.healthPort = healthPort;
        this.environment = environment;
        this.program = program;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String address() {
        return "localhost:" + port;
    }

    @Override
    public void start() throws IOException, InterruptedException {
        program.launch(Java.command("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError",
                "-jar", jar.toString()), environment);
        program.awaitReady(this::isReady);
    }

    private boolean isReady() {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + healthPort + "/q/health/ready"))
                    .timeout(Duration.ofSeconds(2)).build();
            return HTTP.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public CompletableFuture<?> ended() {
        return program.ended();
    }

    @Override
    public String exitMessage() {
        return program.exitMessage();
    }

    @Override
    public void stop() throws IOException, InterruptedException {
        program.stop(Process::destroy);
    }
}
