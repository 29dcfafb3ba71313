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

/** The merged OpenAPI document of all services. */
@Singleton
class OpenApiDocuments {

    private final UpstreamServices services;
    private final List<ServiceDocument> documents;
    private final JsonNode frame;
    private volatile Merged last;

    OpenApiDocuments(UpstreamServices services, ObjectMapper json, GatewayConfig config) throws IOException {
        this.services = services;
        this.documents = services.all().stream()
                .map(service -> new ServiceDocument(service, config.openapiTimeout())).toList();
        try (InputStream resource = OpenApiDocuments.class.getResourceAsStream("frame.json")) {
            this.frame = json.readTree(resource);
        }
    }

    /** The current document; fails as unavailable until every service has delivered its own once. */
    Future<MergedDocument> current() {
        return Future.all(documents.stream().map(ServiceDocument::current).toList())
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
        return merged.document;
    }

    private Map<String, JsonNode> byService(List<JsonNode> documents) {
        Map<String, JsonNode> byService = new TreeMap<>();
        for (int i = 0; i < documents.size(); i++) {
            byService.put(this.documents.get(i).service(), documents.get(i));
        }
        return byService;
    }

    private record Merged(List<JsonNode> documents, MergedDocument document) {

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
