package vn.cchc.gateway.openapi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import vn.cchc.gateway.routing.UpstreamService;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

/** The OpenAPI document of a service, and its latest copy. */
final class ServiceDocument {

    private final UpstreamService service;
    private final Duration timeout;
    private volatile Copy last;

    ServiceDocument(UpstreamService service, Duration timeout) {
        this.service = service;
        this.timeout = timeout;
    }

    String service() {
        return service.name();
    }

    /** The current document; the latest copy if the service does not deliver it; unavailable if there is none. */
    Future<JsonNode> current() {
        return service.open(HttpMethod.GET, "/q/openapi?format=json")
                .compose(request -> request.idleTimeout(timeout.toMillis()).send().compose(ServiceDocument::body))
                .timeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .map(this::store)
                .recover(failure -> latest());
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new ProblemException(CommonProblem.BAD_GATEWAY));
        }
        return response.body();
    }

    /** The same node for the same bytes, so that the documents need not be merged again. */
    private JsonNode store(Buffer bytes) {
        Copy copy = last;
        if (copy == null || !copy.bytes.equals(bytes)) {
            copy = new Copy(bytes, Json.decodeValue(bytes, JsonNode.class));
            last = copy;
        }
        return copy.document;
    }

    private Future<JsonNode> latest() {
        return last == null ? Future.failedFuture(new ProblemException(CommonProblem.UNAVAILABLE))
                : Future.succeededFuture(last.document);
    }

    private record Copy(Buffer bytes, JsonNode document) {
    }
}
