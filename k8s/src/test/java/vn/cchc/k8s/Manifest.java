package vn.cchc.k8s;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** One document. */
record Manifest(JsonNode json) {

    String kind() {
        return json.path("kind").asText();
    }

    String apiVersion() {
        return json.path("apiVersion").asText();
    }

    String name() {
        return json.at("/metadata/name").asText();
    }

    JsonNode spec() {
        return json.path("spec");
    }

    JsonNode at(String pointer) {
        return json.at(pointer);
    }

    String text(String pointer) {
        return json.at(pointer).asText();
    }

    Map<String, String> labels() {
        return texts(json.at("/metadata/labels"));
    }

    JsonNode podSpec() {
        return json.at("/spec/template/spec");
    }

    Map<String, String> podLabels() {
        return texts(json.at("/spec/template/metadata/labels"));
    }

    /** The init containers included. */
    List<JsonNode> containers() {
        List<JsonNode> containers = new ArrayList<>();
        podSpec().path("initContainers").forEach(containers::add);
        podSpec().path("containers").forEach(containers::add);
        return containers;
    }

    JsonNode container(String name) {
        return containers().stream().filter(container -> container.path("name").asText().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError(this + " has no container " + name));
    }

    static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new TreeMap<>();
        object.properties().forEach(field -> texts.put(field.getKey(), field.getValue().asText()));
        return texts;
    }

    static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    @Override
    public String toString() {
        return kind() + "/" + name();
    }
}
