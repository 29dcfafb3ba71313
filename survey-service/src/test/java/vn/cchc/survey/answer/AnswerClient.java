package vn.cchc.survey.answer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.util.Map;

import io.vertx.core.json.Json;

/** One connection that submits answers, and can break at any moment. */
class AnswerClient implements AutoCloseable {

    private final Socket socket;
    private final BufferedReader replies;
    private final String head;

    AnswerClient(URI service, String campaign) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(30_000);
        replies = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
        head = "POST /api/v1/campaigns/" + campaign + "/answers HTTP/1.1\r\nHost: " + service.getAuthority()
                + "\r\nContent-Type: application/json\r\nContent-Length: ";
    }

    /** @return the status */
    int send(String token, Map<String, Integer> answers) throws IOException {
        write(token, answers);
        int status = Integer.parseInt(replies.readLine().split(" ")[1]);
        int length = 0;
        for (String line = replies.readLine(); !line.isEmpty(); line = replies.readLine()) {
            if (line.toLowerCase().startsWith("content-length:")) {
                length = Integer.parseInt(line.substring("content-length:".length()).strip());
            }
        }
        for (int read = 0; read < length; read++) {
            replies.read();
        }
        return status;
    }

    /** Resets the connection without waiting for the reply. */
    void sendAndVanish(String token, Map<String, Integer> answers) throws IOException {
        write(token, answers);
        socket.setSoLinger(true, 0);
    }

    private void write(String token, Map<String, Integer> answers) throws IOException {
        String body = "{\"token\":\"" + token + "\",\"answers\":" + Json.encode(answers) + "}";
        socket.getOutputStream().write((head + body.length() + "\r\n\r\n" + body).getBytes(US_ASCII));
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
