package vn.cchc.benchmark;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

import vn.cchc.system.stack.ProductionService;

/** nginx with two workers, as the upstream of all gateways or as a plain proxy. */
final class Nginx implements AutoCloseable {

    private static final String CONFIGURATION = """
            daemon off;
            worker_processes 2;
            pid %1$s/pid;
            error_log %1$s/error.log;
            events { worker_connections 1024; }
            http {
              access_log off;
              keepalive_requests 1000000000;
              client_body_temp_path %1$s/body;
              proxy_temp_path %1$s/proxy;
              fastcgi_temp_path %1$s/fastcgi;
              uwsgi_temp_path %1$s/uwsgi;
              scgi_temp_path %1$s/scgi;
              %2$s
            }
            """;
    private static final String PROXY = """
            upstream services { server %1$s; keepalive 128; keepalive_requests 1000000000; }
              server {
                listen 127.0.0.1:%2$d;
                location / { proxy_pass http://services; proxy_http_version 1.1; proxy_set_header Connection ""; }
              }""";
    private static final String UPSTREAM = """
            server {
                listen 127.0.0.1:%1$d;
                default_type application/json;
                location / { root %2$s; try_files /small.json =404; }
                location /api/v1/indicators { root %2$s; try_files /large.json =404; }
              }""";

    private final Path home;
    private final int port;
    private final Process process;

    private Nginx(Path home, int port, String servers) throws IOException {
        this.home = home;
        this.port = port;
        // Its workers run as another user.
        home.toFile().setExecutable(true, false);
        home.toFile().setReadable(true, false);
        Path file = Files.writeString(home.resolve("nginx.conf"), CONFIGURATION.formatted(home, servers));
        process = new ProcessBuilder(Machine.path("nginx"), "-p", home.toString(), "-c", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output.log").toFile()).start();
        await("nginx").atMost(10, SECONDS).until(this::listens);
    }

    /** Answers all paths with a JSON of 1 KB, and those of the indicators with one of 15 KB. */
    static Nginx upstream() throws IOException {
        Path home = home();
        Files.writeString(home.resolve("small.json"), json(1_000));
        Files.writeString(home.resolve("large.json"), json(15_000));
        int port = ProductionService.freePort();
        return new Nginx(home, port, UPSTREAM.formatted(port, home));
    }

    /** Passes everything to an upstream, with connections that stay open. */
    static Nginx proxy(Nginx upstream) throws IOException {
        int port = ProductionService.freePort();
        return new Nginx(home(), port, PROXY.formatted("127.0.0.1:" + upstream.port, port));
    }

    private static Path home() throws IOException {
        return Files.createTempDirectory("cchc-nginx");
    }

    private static String json(int bytes) {
        String row = "{\"code\":\"CT05.1\",\"verdict\":\"MET\",\"numerator\":17,\"denominator\":20,\"unit\":\"VP\"}";
        return '[' + (row + ',').repeat(bytes / row.length()) + row + ']';
    }

    private boolean listens() throws IOException {
        if (!process.isAlive()) {
            throw new IllegalStateException("nginx has ended: " + Files.readString(home.resolve("output.log")));
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    String address() {
        return "http://localhost:" + port;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
