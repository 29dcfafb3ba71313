package vn.cchc.gateway.problem;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/** A refusal as it goes out. */
public record ProblemReply(int status, Map<String, String> headers, Buffer body) {

    public ProblemReply {
        headers = Map.copyOf(headers);
    }

    public void send(HttpServerResponse response) {
        if (response.headWritten()) {
            response.reset();
            return;
        }
        headers.forEach(response::putHeader);
        response.setStatusCode(status).end(body);
    }

    /** In the place of what a service did not say. */
    public ProxyResponse fill(ProxyResponse response) {
        headers.forEach(response::putHeader);
        return response.setStatusCode(status).setBody(Body.body(body));
    }
}
