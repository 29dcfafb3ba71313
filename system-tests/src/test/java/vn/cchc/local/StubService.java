package vn.cchc.local;

import java.io.IOException;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

/** The least that the stack takes for a service. */
class StubService {

    public static void main(String... arguments) throws IOException {
        String servingPort = System.getenv("QUARKUS_HTTP_PORT");
        int port = Integer.parseInt(System.getenv().getOrDefault("QUARKUS_MANAGEMENT_PORT", servingPort));
        HttpServer server = HttpServer.create(new InetSocketAddress("localhost", port), 0);
        server.createContext("/q/health/ready", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }
}
