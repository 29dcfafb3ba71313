package vn.cchc.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.regex.Pattern;

import io.restassured.RestAssured;

/** A plain connection to the gateway, for requests that no HTTP client would send. */
final class Wire implements AutoCloseable {

    private static final int TIMEOUT_MILLIS = 15_000;

    private final Socket socket;

    Wire() throws IOException {
        this.socket = new Socket("localhost", RestAssured.port);
        socket.setSoTimeout(TIMEOUT_MILLIS);
    }

    /** The response to a request with {@code Connection: close}. */
    static String answer(String request) throws IOException {
        try (Wire wire = new Wire()) {
            wire.send(request);
            return wire.rest();
        }
    }

    static String get(String target, String token) throws IOException {
        return answer("GET " + target + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                + "\r\nConnection: close\r\n\r\n");
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The first line of the response. */
    String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = socket.getInputStream().read(); read >= 0 && read != '\n'; read = socket.getInputStream().read()) {
            line.append((char) read);
        }
        return line.toString();
    }

    boolean isAnswered() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException closed) {
            return false;
        }
    }

    /** A response with a declared length, on a connection that may stay open. */
    String answer() throws IOException {
        StringBuilder answer = new StringBuilder();
        while (!isWhole(answer.toString())) {
            int read = socket.getInputStream().read();
            if (read < 0) {
                break;
            }
            answer.append((char) read);
        }
        return answer.toString();
    }

    private static boolean isWhole(String answer) {
        int body = answer.indexOf("\r\n\r\n") + 4;
        var length = Pattern.compile("(?i)content-length: (\\d+)").matcher(answer);
        return body > 3 && length.find() && answer.length() >= body + Integer.parseInt(length.group(1));
    }

    /** Everything until the gateway closes the connection. */
    String rest() throws IOException {
        return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }

    /** Sends the same text ten times a second until the gateway closes the connection; returns its response. */
    String drip(String drop) throws IOException {
        socket.setSoTimeout(100);
        StringBuilder response = new StringBuilder();
        for (int drops = 0; drops < TIMEOUT_MILLIS / 100; drops++) {
            try {
                send(drop);
                for (int read = socket.getInputStream().read(); read >= 0; read = socket.getInputStream().read()) {
                    response.append((char) read);
                }
                return response.toString();
            } catch (SocketTimeoutException open) {
                continue;
            } catch (SocketException cut) {
                return response.toString();
            }
        }
        throw new AssertionError("The connection was still open after " + TIMEOUT_MILLIS + " ms: " + response);
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
