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

/** What a service says about its own API, and the last that was heard of it. */
final class ServiceDocument {

    private final UpstreamService service;
    private final Duration patience;
    private volatile Copy last;

    ServiceDocument(UpstreamService service, Duration patience) {
        this.service = service;
        this.patience = patience;
    }

    String service() {
        return service.name();
    }

    /** The document as it is now; as it was, where the service cannot say; a refusal where it never could. */
    Future<JsonNode> current() {
        return service.open(HttpMethod.GET, "/q/openapi?format=json")
                .compose(request -> request.idleTimeout(patience.toMillis()).send().compose(ServiceDocument::body))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .map(this::keep)
                .recover(failure -> remember());
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new ProblemException(CommonProblem.BAD_GATEWAY));
        }
        return response.body();
    }

    /** The same node for the same bytes, so that what is made of it need not be made again. */
    private JsonNode keep(Buffer bytes) {
        Copy copy = last;
        if (copy == null || !copy.bytes.equals(bytes)) {
            copy = new Copy(bytes, Json.decodeValue(bytes, JsonNode.class));
            last = copy;
        }
        return copy.document;
    }

    private Future<JsonNode> remember() {
        return last == null ? Future.failedFuture(new ProblemException(CommonProblem.UNAVAILABLE))
                : Future.succeededFuture(last.document);
    }

    private record Copy(Buffer bytes, JsonNode document) {
    }
}
