package vn.cchc.gateway.openapi;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.vertx.core.Future;
import vn.cchc.gateway.GatewayConfig;
import vn.cchc.gateway.routing.UpstreamServices;

/** What the services publish about their APIs, made into one. */
@Singleton
class OpenApiDocuments {

    private final UpstreamServices services;
    private final List<ServiceDocument> published;
    private final JsonNode frame;
    private volatile Merged last;

    OpenApiDocuments(UpstreamServices services, ObjectMapper json, GatewayConfig config) throws IOException {
        this.services = services;
        this.published = services.all().stream()
                .map(service -> new ServiceDocument(service, config.openapiTimeout())).toList();
        try (InputStream words = OpenApiDocuments.class.getResourceAsStream("frame.json")) {
            this.frame = json.readTree(words);
        }
    }

    /** The one document as it is now; a refusal while a service has never been heard. */
    Future<MergedDocument> current() {
        return Future.all(published.stream().map(ServiceDocument::current).toList())
                .map(all -> merged(all.<JsonNode> list()));
    }

    /** Merging costs more than comparing, and documents change only when a service is deployed. */
    private MergedDocument merged(List<JsonNode> documents) {
        Merged merged = last;
        if (merged == null || !merged.from(documents)) {
            merged = new Merged(documents,
                    MergedDocument.of(new OpenApiMerge(byService(documents), services.routes()).into(frame)));
            last = merged;
        }
        return merged.whole;
    }

    private Map<String, JsonNode> byService(List<JsonNode> documents) {
        Map<String, JsonNode> byService = new TreeMap<>();
        for (int i = 0; i < documents.size(); i++) {
            byService.put(published.get(i).service(), documents.get(i));
        }
        return byService;
    }

    private record Merged(List<JsonNode> documents, MergedDocument whole) {

        boolean from(List<JsonNode> others) {
            for (int i = 0; i < documents.size(); i++) {
                if (documents.get(i) != others.get(i)) {
                    return false;
                }
            }
            return true;
        }
    }
}
