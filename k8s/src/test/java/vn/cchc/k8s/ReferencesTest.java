package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** What a manifest names exists: in the overlay, made by an operator, or by a command of this folder's README. */
class ReferencesTest {

    static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    static Stream<Overlay> overlaysOfClusters() {
        return Overlay.ofClusters();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noSecretIsInTheManifests(Overlay overlay) {
        assertThat(overlay.ofKind("Secret")).isEmpty();
        assertThat(overlay.ofKind("ConfigMap")).allSatisfy(settings -> assertThat(settings.at("/data").toString())
                .doesNotContainIgnoringCase("password="));
    }

    @ParameterizedTest
    @MethodSource("overlaysOfClusters")
    void everySecretIsMadeByAnOperatorOrByTheReadme(Overlay overlay) throws IOException {
        Set<String> made = new TreeSet<>(Set.of("cchc-cluster-ca-cert", "postgres-ca"));
        overlay.ofKind("KafkaUser").map(Manifest::name).forEach(made::add);
        String readme = Files.readString(Overlay.K8S.resolve("README.md"));
        Set<String> used = new TreeSet<>();
        overlay.manifests().forEach(manifest -> collectSecrets(manifest.json(), used));
        used.removeAll(made);

        assertThat(used).isNotEmpty().allSatisfy(secret -> assertThat(readme).contains(secret));
    }

    private static void collectSecrets(JsonNode node, Set<String> names) {
        for (String reference : new String[] { "secretKeyRef", "secretRef", "secret", "passwordSecret", "accessKeyId" }) {
            JsonNode secret = node.path(reference);
            Stream.of("name", "secretName").map(field -> secret.path(field).asText()).filter(name -> !name.isEmpty())
                    .forEach(names::add);
        }
        node.forEach(child -> collectSecrets(child, names));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyDeploymentHasItsAccount(Overlay overlay) {
        assertThat(overlay.ofKind("Deployment")).isNotEmpty().allSatisfy(deployment -> assertThat(
                overlay.get("ServiceAccount", deployment.podSpec().path("serviceAccountName").asText()).name())
                .isEqualTo(deployment.name()));
    }

    @ParameterizedTest
    @MethodSource("overlaysOfClusters")
    void everyDeploymentScalesAndSurvivesADrain(Overlay overlay) {
        assertThat(overlay.ofKind("Deployment")).isNotEmpty().allSatisfy(deployment -> {
            Manifest scaler = overlay.get("HorizontalPodAutoscaler", deployment.name());
            Manifest budget = overlay.get("PodDisruptionBudget", deployment.name());
            assertThat(scaler.spec().at("/scaleTargetRef/name").asText()).isEqualTo(deployment.name());
            assertThat(scaler.spec().path("minReplicas").asInt()).as("minReplicas")
                    .isGreaterThan(budget.spec().path("maxUnavailable").asInt());
            // The autoscaler's number would be overwritten at each apply.
            assertThat(deployment.spec().has("replicas")).isFalse();
            assertThat(deployment.podLabels()).containsAllEntriesOf(Manifest.texts(budget.spec().at("/selector/matchLabels")));
        });
    }

    @ParameterizedTest
    @MethodSource("overlaysOfClusters")
    void theRouteLeadsToTheGateway(Overlay overlay) {
        Manifest route = overlay.get("HTTPRoute", "cchc");
        JsonNode backend = route.spec().at("/rules/0/backendRefs/0");
        Manifest service = overlay.get("Service", backend.path("name").asText());

        assertThat(service.name()).isEqualTo("gateway");
        assertThat(Manifest.stream(service.spec().path("ports")).map(port -> port.path("port").asInt()))
                .containsExactly(backend.path("port").asInt());
        assertThat(route.spec().path("hostnames")).as("the hosts that the overlay names").isNotEmpty();
    }
}
