package vn.cchc.gateway.openapi;

import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import vn.cchc.gateway.routing.RouteTable;

/**
 * Merges the OpenAPI documents of the services. Components that are the same in all services are kept once; components that
 * differ get the name of their service as a prefix ({@code reporting.Page}), and so do the references to them. The result does
 * not depend on the order of the documents.
 */
final class OpenApiMerge {

    private static final String SECURITY_SCHEMES = "securitySchemes";

    private final Map<String, JsonNode> documents;
    private final RouteTable routes;
    private final NameCollisions collisions;
    private final Map<String, JsonNode> paths = new TreeMap<>();
    private final Map<String, JsonNode> tags = new TreeMap<>();
    private final Map<String, Map<String, JsonNode>> components = new TreeMap<>();

    /**
     * @param documents by the name of their service
     * @param routes the service of each path; a path that is described by another service is omitted
     */
    OpenApiMerge(Map<String, JsonNode> documents, RouteTable routes) {
        this.documents = new TreeMap<>(documents);
        this.routes = routes;
        this.collisions = new NameCollisions(documents);
    }

    /** @param frame the gateway's own part: version, info, servers, security scheme */
    ObjectNode into(JsonNode frame) {
        documents.forEach(this::add);
        ObjectNode whole = frame.deepCopy();
        whole.putArray("tags").addAll(tags.values());
        whole.putObject("paths").setAll(paths);
        ObjectNode into = whole.withObjectProperty("components");
        components.forEach((section, content) -> into.putObject(section).setAll(content));
        return whole;
    }

    private void add(String service, JsonNode document) {
        document.path("tags").forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag));
        document.path("paths").properties().stream()
                .filter(path -> routes.isShared(path.getKey())
                        || routes.serviceFor(path.getKey()).filter(service::equals).isPresent())
                .forEach(path -> paths.put(path.getKey(), GatewayResponses.addTo(renamed(path.getValue(), service))));
        document.path("components").properties().stream()
                // The frame has the only one.
                .filter(section -> !section.getKey().equals(SECURITY_SCHEMES))
                .forEach(section -> addComponents(service, section.getKey(), section.getValue()));
    }

    private void addComponents(String service, String section, JsonNode content) {
        Map<String, JsonNode> merged = components.computeIfAbsent(section, name -> new TreeMap<>());
        String prefix = NameCollisions.COMPONENTS + section + '/';
        content.properties().forEach(component -> merged.putIfAbsent(
                rename(prefix + component.getKey(), service).substring(prefix.length()),
                renamed(component.getValue(), service)));
    }

    /** A copy of the node with the names of the merged document in its references and operation ids. */
    private JsonNode renamed(JsonNode node, String service) {
        if (node.isTextual()) {
            return renamedReference(node, service);
        }
        if (node.isArray()) {
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            node.forEach(item -> array.add(renamed(item, service)));
            return array;
        }
        if (node.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> object.set(field.getKey(), renamedField(field, service)));
            return object;
        }
        return node;
    }

    private JsonNode renamedField(Map.Entry<String, JsonNode> field, String service) {
        JsonNode value = field.getValue();
        if (field.getKey().equals("operationId") && collisions.contain(value.asText())) {
            return TextNode.valueOf(service + '.' + value.asText());
        }
        return renamed(value, service);
    }

    private JsonNode renamedReference(JsonNode text, String service) {
        String reference = text.textValue();
        return reference.startsWith(NameCollisions.COMPONENTS) ? TextNode.valueOf(rename(reference, service)) : text;
    }

    private String rename(String reference, String service) {
        if (!collisions.contain(reference)) {
            return reference;
        }
        int name = reference.lastIndexOf('/') + 1;
        return reference.substring(0, name) + service + '.' + reference.substring(name);
    }
}
