package vn.cchc.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;

/** The schemas in the operators' own definitions, made strict: a field that they do not name is an error. */
class CustomResources {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(VersionFlag.V4);

    private final Map<String, JsonSchema> schemas = new HashMap<>();

    static CustomResources load() {
        CustomResources resources = new CustomResources();
        try (Stream<Path> files = Files.list(Overlay.K8S.resolve("src/test/resources/crds"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                resources.add(Overlay.YAML.readTree(file.toFile()));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return resources;
    }

    private void add(JsonNode definition) {
        String group = definition.at("/spec/group").asText();
        String kind = definition.at("/spec/names/kind").asText();
        for (JsonNode version : definition.at("/spec/versions")) {
            JsonNode schema = version.at("/schema/openAPIV3Schema");
            makeStrict(schema);
            schemas.put(group + "/" + version.path("name").asText() + " " + kind, SCHEMAS.getSchema(schema));
        }
    }

    private static void makeStrict(JsonNode schema) {
        if (schema instanceof ObjectNode object && object.has("properties") && !object.has("additionalProperties")
                && !object.path("x-kubernetes-preserve-unknown-fields").asBoolean()) {
            object.put("additionalProperties", false);
        }
        schema.path("properties").forEach(CustomResources::makeStrict);
        makeStrict(schema.path("items"), schema.path("additionalProperties"));
    }

    private static void makeStrict(JsonNode... schemas) {
        for (JsonNode schema : schemas) {
            if (schema.isObject()) {
                makeStrict(schema);
            }
        }
    }

    boolean define(Manifest manifest) {
        return schemas.containsKey(key(manifest));
    }

    List<String> errors(Manifest manifest) {
        return schemas.get(key(manifest)).validate(manifest.json()).stream().map(Object::toString).toList();
    }

    private static String key(Manifest manifest) {
        return manifest.apiVersion() + " " + manifest.kind();
    }
}
