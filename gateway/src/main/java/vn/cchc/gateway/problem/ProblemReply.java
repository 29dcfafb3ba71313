package vn.cchc.gateway.problem;

import java.util.Map;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyResponse;

/** A refusal, ready to be sent. */
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

    /** Makes the proxy send it in place of a service's response. */
    public ProxyResponse copyTo(ProxyResponse response) {
        headers.forEach(response::putHeader);
        return response.setStatusCode(status).setBody(Body.body(body));
    }
}
