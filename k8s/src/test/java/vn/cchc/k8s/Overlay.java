package vn.cchc.k8s;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

/** The documents that {@code kubectl apply -k} would send for one folder. */
record Overlay(String name, List<Manifest> manifests) {

    static final YAMLMapper YAML = new YAMLMapper();
    /** The folder of this module, which is the working directory of its tests. */
    static final Path K8S = Path.of("").toAbsolutePath();

    private static final Map<String, Overlay> RENDERED = new ConcurrentHashMap<>();

    /** The overlays that run on a cluster. */
    static Stream<Overlay> ofClusters() {
        return Stream.of("staging", "production").map(Overlay::of);
    }

    static Stream<Overlay> all() {
        return Stream.concat(Stream.of(of("local")), ofClusters());
    }

    static Overlay of(String name) {
        return rendered(name, "overlays/" + name);
    }

    static Overlay rendered(String name, String folder) {
        return RENDERED.computeIfAbsent(folder, key -> new Overlay(name, parse(Kubectl.kustomize(K8S.resolve(folder)))));
    }

    private static List<Manifest> parse(String yaml) {
        try (MappingIterator<JsonNode> documents = YAML.readerFor(JsonNode.class).readValues(yaml)) {
            List<Manifest> manifests = new ArrayList<>();
            documents.forEachRemaining(document -> manifests.add(new Manifest(document)));
            return manifests;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Stream<Manifest> ofKind(String kind) {
        return manifests.stream().filter(manifest -> manifest.kind().equals(kind));
    }

    Manifest get(String kind, String name) {
        return ofKind(kind).filter(manifest -> manifest.name().equals(name)).findFirst()
                .orElseThrow(() -> new AssertionError("overlay " + this.name + " has no " + kind + " " + name));
    }

    @Override
    public String toString() {
        return name;
    }
}
