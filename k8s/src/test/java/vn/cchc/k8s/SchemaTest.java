package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kubernetes drops a field that it does not know, so a misspelt one would go unnoticed. */
class SchemaTest {

    private static CustomResources customResources;

    @BeforeAll
    static void loadDefinitions() {
        customResources = CustomResources.load();
    }

    static Stream<Overlay> overlays() {
        return Stream.concat(Overlay.all(), Stream.of(Overlay.rendered("recovery", "recovery")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyFieldIsKnown(Overlay overlay) {
        List<String> errors = overlay.manifests().stream()
                .flatMap(manifest -> errors(manifest).map(error -> manifest + ": " + error)).toList();

        assertThat(errors).isEmpty();
    }

    private static Stream<String> errors(Manifest manifest) {
        return customResources.define(manifest)
                ? Stream.of(customResources.errors(manifest), BuiltInResources.metadataErrors(manifest)).flatMap(List::stream)
                : BuiltInResources.errors(manifest).stream();
    }
}
