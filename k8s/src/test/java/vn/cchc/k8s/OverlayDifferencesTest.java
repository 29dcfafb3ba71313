package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

/** An overlay says only what differs from the base. */
class OverlayDifferencesTest {

    @ParameterizedTest
    @ValueSource(strings = { "local", "staging", "production" })
    void everyLineOfAnOverlayIsADifference(String name) throws IOException {
        JsonNode overlay = Overlay.YAML
                .readTree(Files.readString(Overlay.K8S.resolve("overlays/" + name + "/kustomization.yaml")));
        List<Manifest> base = Stream.of("base", "infrastructure")
                .flatMap(folder -> Overlay.rendered(folder, folder).manifests().stream())
                .toList();
        List<String> repeated = new ArrayList<>();
        overlay.path("configMapGenerator").forEach(generator -> repeated.addAll(repeatedLiterals(generator, base)));
        for (JsonNode patch : overlay.path("patches")) {
            repeated.addAll(repeatedValues(patch, base));
        }

        assertThat(Manifest.stream(overlay.path("resources")).map(JsonNode::asText))
                .as("no manifest of its own")
                .allMatch(Set.of("../../base", "../../infrastructure", "../../monitoring")::contains);
        assertThat(repeated).as("what the base says already").isEmpty();
    }

    private static List<String> repeatedLiterals(JsonNode generator, List<Manifest> base) {
        Manifest settings = base.stream().filter(manifest -> manifest.kind().equals("ConfigMap")
                && manifest.name().matches(generator.path("name").asText() + "-[a-z0-9]{10}")).findFirst().orElseThrow();
        return Manifest.stream(generator.path("literals")).map(JsonNode::asText).filter(literal -> {
            String[] setting = literal.split("=", 2);
            return settings.at("/data").path(setting[0]).asText().equals(setting[1]);
        }).toList();
    }

    /** Of patches that are lists of operations; the others delete. */
    private static List<String> repeatedValues(JsonNode patch, List<Manifest> base) throws IOException {
        JsonNode operations = Overlay.YAML.readTree(patch.path("patch").asText());
        List<String> repeated = new ArrayList<>();
        if (operations.isArray()) {
            Manifest patched = base.stream().filter(manifest -> manifest.kind().equals(patch.at("/target/kind").asText())
                    && manifest.name().equals(patch.at("/target/name").asText())).findFirst().orElseThrow();
            operations.forEach(operation -> {
                if (patched.at(operation.path("path").asText()).equals(operation.path("value"))) {
                    repeated.add(patched + " " + operation);
                }
            });
        }
        return repeated;
    }
}
