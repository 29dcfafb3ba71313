package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The rules of Kubernetes' Pod Security Standard "restricted", which the label of the namespace enforces. */
class RestrictedProfileTest {

    private static final Set<String> VOLUMES = Set.of("configMap", "csi", "downwardAPI", "emptyDir", "ephemeral",
            "persistentVolumeClaim", "projected", "secret");
    /** The containers whose security context a custom resource sets; PostgreSQL's operator restricts its own. */
    private static final Map<String, List<String>> OF_OPERATORS = Map.of("Kafka", List.of(
            "/spec/kafka/template/kafkaContainer", "/spec/kafka/template/initContainer",
            "/spec/entityOperator/template/topicOperatorContainer", "/spec/entityOperator/template/userOperatorContainer"));

    static Stream<Overlay> overlays() {
        return Overlay.all();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theNamespaceEnforcesTheProfile(Overlay overlay) {
        assertThat(overlay.ofKind("Namespace")).singleElement().satisfies(namespace -> assertThat(namespace.labels())
                .containsEntry("pod-security.kubernetes.io/enforce", "restricted"));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void everyContainerPasses(Overlay overlay) {
        List<String> violations = new ArrayList<>();
        overlay.ofKind("Deployment").forEach(deployment -> {
            checkPod(deployment, violations);
            deployment.containers().forEach(container -> checkContainer(deployment + " " + container.path("name").asText(),
                    container, deployment.podSpec().path("securityContext"), violations));
        });
        OF_OPERATORS.forEach((kind, containers) -> overlay.ofKind(kind).forEach(resource -> containers.forEach(
                pointer -> checkContainer(resource + pointer, resource.at(pointer), Overlay.YAML.createObjectNode(),
                        violations))));

        assertThat(violations).isEmpty();
    }

    private static void checkPod(Manifest deployment, List<String> violations) {
        for (String shared : List.of("hostNetwork", "hostPID", "hostIPC")) {
            require(!deployment.podSpec().path(shared).asBoolean(), deployment + " has " + shared, violations);
        }
        deployment.podSpec().path("volumes").forEach(volume -> volume.fieldNames().forEachRemaining(type -> require(
                type.equals("name") || VOLUMES.contains(type), deployment + " has a volume of type " + type, violations)));
    }

    private static void checkContainer(String name, JsonNode container, JsonNode pod, List<String> violations) {
        JsonNode own = container.path("securityContext");
        require(own.path("allowPrivilegeEscalation").isBoolean() && !own.path("allowPrivilegeEscalation").asBoolean(),
                name + " may escalate privileges", violations);
        require(!own.path("privileged").asBoolean(), name + " is privileged", violations);
        require(Manifest.stream(own.at("/capabilities/drop")).map(JsonNode::asText).toList().contains("ALL")
                && own.at("/capabilities/add").isMissingNode(), name + " keeps capabilities", violations);
        require(either(own, pod, "/runAsNonRoot").asBoolean(), name + " may run as root", violations);
        require(either(own, pod, "/runAsUser").asInt(1) != 0, name + " runs as root", violations);
        require(either(own, pod, "/seccompProfile/type").asText().equals("RuntimeDefault"), name + " has no seccomp profile",
                violations);
        container.path("ports").forEach(port -> require(!port.has("hostPort"), name + " has a host port", violations));
    }

    private static JsonNode either(JsonNode own, JsonNode pod, String pointer) {
        return own.at(pointer).isMissingNode() ? pod.at(pointer) : own.at(pointer);
    }

    /** Stricter than the profile: nothing can be written into an image at run time, and no container takes a node's memory. */
    @ParameterizedTest
    @MethodSource("overlays")
    void everyContainerHasAReadOnlyRootAndLimits(Overlay overlay) {
        List<String> violations = new ArrayList<>();
        overlay.ofKind("Deployment").forEach(deployment -> deployment.containers().forEach(container -> {
            String name = deployment + " " + container.path("name").asText();
            require(container.at("/securityContext/readOnlyRootFilesystem").asBoolean(), name + " has a writable root",
                    violations);
            for (String bound : List.of("/requests/cpu", "/requests/memory", "/limits/cpu", "/limits/memory")) {
                require(!container.path("resources").at(bound).isMissingNode(), name + " has no " + bound, violations);
            }
        }));

        assertThat(violations).isEmpty();
    }

    private static void require(boolean rule, String violation, List<String> violations) {
        if (!rule) {
            violations.add(violation);
        }
    }
}
