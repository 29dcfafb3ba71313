package vn.cchc.gateway.openapi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.Json;
import vn.cchc.gateway.routing.Service;
import vn.cchc.house.problem.HouseProblem;
import vn.cchc.house.problem.Refusal;

/** What a service says about its own API, and the last that was heard of it. */
final class PublishedDocument {

    private final Service service;
    private final Duration patience;
    private volatile Copy last;

    PublishedDocument(Service service, Duration patience) {
        this.service = service;
        this.patience = patience;
    }

    String service() {
        return service.name();
    }

    /** The document as it is now; as it was, where the service cannot say; a refusal where it never could. */
    Future<JsonNode> current() {
        return service.open(HttpMethod.GET, "/q/openapi?format=json")
                .compose(request -> request.idleTimeout(patience.toMillis()).send().compose(PublishedDocument::body))
                .timeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .map(this::keep)
                .recover(failure -> remember());
    }

    private static Future<Buffer> body(HttpClientResponse response) {
        if (response.statusCode() != 200) {
            return Future.failedFuture(new Refusal(HouseProblem.BAD_GATEWAY));
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
        return last == null ? Future.failedFuture(new Refusal(HouseProblem.UNAVAILABLE))
                : Future.succeededFuture(last.document);
    }

    private record Copy(Buffer bytes, JsonNode document) {
    }
}
