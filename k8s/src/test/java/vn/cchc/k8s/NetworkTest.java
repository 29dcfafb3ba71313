package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** The connections that the network policies allow are the arrows of the README's picture, and no others. */
class NetworkTest {

    private static final Map<String, String> BROKER = Map.of("strimzi.io/cluster", "cchc", "strimzi.io/broker-role", "true");
    private static final Map<String, String> POSTGRES = Map.of("cnpg.io/cluster", "postgres");
    /** The components by the names that the picture gives them. */
    private static final Map<String, String> IN_PICTURE = Map.of("kafka", "Kafka", "postgres", "a database each");

    static Stream<Overlay> overlays() {
        return Overlay.ofClusters();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void thePodsConnectAsThePictureShows(Overlay overlay) {
        Map<String, Pod> pods = pods(overlay);
        Set<String> allowed = new TreeSet<>();
        pods.forEach((from, client) -> pods.forEach((to, server) -> {
            if (!from.equals(to) && mayConnect(overlay, client, server)) {
                allowed.add(picture(from) + " -> " + picture(to));
            }
        }));
        Set<String> drawn = Readme.read().connections().stream().filter(arrow -> !arrow.endsWith("-> gateway"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(allowed).isEqualTo(drawn);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void nothingElseIsOpen(Overlay overlay) {
        Manifest deny = overlay.get("NetworkPolicy", "default-deny");
        assertThat(deny.spec().path("podSelector")).isEmpty();
        assertThat(deny.spec().path("policyTypes")).hasSize(2);
        assertThat(deny.spec().has("ingress") || deny.spec().has("egress")).isFalse();
    }

    /** A Gateway in front, Prometheus and the operators; nobody else comes from another namespace. */
    @ParameterizedTest
    @MethodSource("overlays")
    void onlyTheseNamespacesComeIn(Overlay overlay) {
        Map<String, Set<String>> sources = new TreeMap<>();
        overlay.ofKind("NetworkPolicy").forEach(policy -> policy.spec().path("ingress").forEach(rule -> {
            assertThat(rule.path("from")).as("a rule of %s without peers", policy).isNotEmpty();
            rule.path("from").forEach(peer -> {
                assertThat(peer.has("ipBlock")).as("%s lets addresses in", policy).isFalse();
                if (peer.has("namespaceSelector")) {
                    sources.computeIfAbsent(policy.name(), key -> new TreeSet<>()).add(
                            peer.at("/namespaceSelector/matchLabels").path("kubernetes.io/metadata.name").asText("any"));
                }
            });
        }));

        assertThat(sources).isEqualTo(Map.of("gateway", Set.of("ingress", "monitoring"),
                "targets-service", Set.of("monitoring"), "reporting-service", Set.of("monitoring"),
                "survey-service", Set.of("monitoring"), "postgres", Set.of("cnpg-system", "monitoring")));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void noPodReachesEveryAddress(Overlay overlay) {
        assertThat(
                overlay.ofKind("NetworkPolicy").filter(policy -> policy.spec().findValuesAsText("cidr").contains("0.0.0.0/0")))
                .isEmpty();
    }

    private static String picture(String component) {
        return IN_PICTURE.getOrDefault(component, component);
    }

    private static Map<String, Pod> pods(Overlay overlay) {
        Map<String, Pod> pods = new TreeMap<>();
        Component.in(overlay).forEach(component -> pods.put(component.name(), new Pod(component.deployment().podLabels(),
                Manifest.stream(component.app().path("ports")).filter(port -> port.path("name").asText().equals("http"))
                        .mapToInt(port -> port.path("containerPort").asInt()).findFirst().orElseThrow())));
        JsonNode listener = overlay.get("Kafka", "cchc").spec().at("/kafka/listeners/0");
        pods.put("kafka", new Pod(BROKER, listener.path("port").asInt()));
        pods.put("postgres", new Pod(POSTGRES, 5432));
        return pods;
    }

    /** @param port the one that serves other components */
    private record Pod(Map<String, String> labels, int port) {
    }

    private static boolean mayConnect(Overlay overlay, Pod client, Pod server) {
        return policies(overlay, client).anyMatch(policy -> allows(policy.spec().path("egress"), "to", server, server.port()))
                && (policies(overlay, server)
                        .anyMatch(policy -> allows(policy.spec().path("ingress"), "from", client, server.port()))
                        || server.labels().equals(BROKER) && listenerAdmits(overlay, client));
    }

    /** Kafka's operator makes a policy of this. */
    private static boolean listenerAdmits(Overlay overlay, Pod client) {
        return Manifest.stream(overlay.get("Kafka", "cchc").spec().at("/kafka/listeners/0/networkPolicyPeers"))
                .anyMatch(peer -> selects(peer.path("podSelector"), client));
    }

    private static Stream<Manifest> policies(Overlay overlay, Pod pod) {
        return overlay.ofKind("NetworkPolicy").filter(policy -> selects(policy.spec().path("podSelector"), pod));
    }

    private static boolean allows(JsonNode rules, String side, Pod peer, int port) {
        return Manifest.stream(rules).anyMatch(rule -> Manifest.stream(rule.path("ports")).anyMatch(open -> opens(open, port))
                && Manifest.stream(rule.path(side)).anyMatch(
                        other -> !other.has("namespaceSelector") && !other.has("ipBlock")
                                && selects(other.path("podSelector"), peer)));
    }

    private static boolean opens(JsonNode rule, int port) {
        return rule.path("port").isInt() ? rule.path("port").asInt() == port : rule.path("port").asText().equals("http");
    }

    private static boolean selects(JsonNode selector, Pod pod) {
        return pod.labels().entrySet().containsAll(Manifest.texts(selector.path("matchLabels")).entrySet())
                && Manifest.stream(selector.path("matchExpressions")).allMatch(expression -> Manifest
                        .stream(expression.path("values")).map(JsonNode::asText)
                        .anyMatch(value -> value.equals(pod.labels().get(expression.path("key").asText()))));
    }
}
