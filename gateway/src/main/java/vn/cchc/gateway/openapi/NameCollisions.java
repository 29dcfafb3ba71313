package vn.cchc.gateway.openapi;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** The component references and operation ids that have different definitions in different services. */
final class NameCollisions {

    static final String COMPONENTS = "#/components/";

    /** By reference, then by service. */
    private final Map<String, Map<String, JsonNode>> definitions = new TreeMap<>();
    private final Set<String> names = new HashSet<>();

    /** @param documents by the name of their service */
    NameCollisions(Map<String, JsonNode> documents) {
        documents.forEach(this::define);
        definitions.forEach((reference, variants) -> {
            if (new HashSet<>(variants.values()).size() > 1) {
                names.add(reference);
            }
        });
        findOperationIds(documents);
        boolean spread = true;
        while (spread) {
            spread = spread();
        }
    }

    boolean contain(String name) {
        return names.contains(name);
    }

    private void define(String service, JsonNode document) {
        document.path("components").properties().forEach(section -> section.getValue().properties()
                .forEach(component -> definitions
                        .computeIfAbsent(COMPONENTS + section.getKey() + '/' + component.getKey(), name -> new TreeMap<>())
                        .put(service, component.getValue())));
    }

    /** Operations that every service has are described by each in the same way, and do not collide. */
    private void findOperationIds(Map<String, JsonNode> documents) {
        Map<String, Map.Entry<String, JsonNode>> seen = new TreeMap<>();
        documents.values().forEach(document -> document.path("paths").properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    var here = Map.entry(path.getKey(), operation);
                    String id = operation.path("operationId").asText();
                    if (!here.equals(seen.computeIfAbsent(id, first -> here))) {
                        names.add(id);
                    }
                })));
    }

    /** A definition that refers to a collision differs too, though its text is the same. */
    private boolean spread() {
        return names.addAll(definitions.entrySet().stream()
                .filter(definition -> definition.getValue().size() > 1)
                .filter(definition -> definition.getValue().values().stream().flatMap(NameCollisions::references)
                        .anyMatch(this::contain))
                .map(Map.Entry::getKey).toList());
    }

    private static Stream<String> references(JsonNode node) {
        if (node.isTextual()) {
            return Stream.of(node.textValue()).filter(text -> text.startsWith(COMPONENTS));
        }
        return StreamSupport.stream(node.spliterator(), false).flatMap(NameCollisions::references);
    }
}
