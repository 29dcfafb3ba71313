package vn.cchc.rest.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;

/** A request whose every byte is written by the test, for what no HTTP client would send. */
final class RawRequest {

    @FunctionalInterface
    interface Body {
        void send(OutputStream out) throws IOException;
    }

    private RawRequest() {
    }

    /** The whole reply; the connection ends with it. */
    static String send(URI service, String lines, Body body) throws IOException {
        try (var socket = open(service, lines)) {
            body.send(socket.getOutputStream());
            return new String(socket.getInputStream().readAllBytes(), UTF_8);
        }
    }

    static String send(URI service, String... lines) throws IOException {
        return send(service, String.join("\r\n", lines) + "\r\nConnection: close", out -> {
        });
    }

    static Socket open(URI service, String lines) throws IOException {
        var socket = new Socket(service.getHost(), service.getPort());
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write((lines + "\r\n\r\n").getBytes(ISO_8859_1));
        return socket;
    }
}
