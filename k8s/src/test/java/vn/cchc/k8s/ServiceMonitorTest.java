package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Prometheus finds every component, under the job that the alert rules and the dashboard name. */
class ServiceMonitorTest {

    static Stream<Overlay> overlays() {
        return Overlay.ofClusters();
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theJobOfEachComponentIsItsName(Overlay overlay) {
        assertThat(overlay.ofKind("ServiceMonitor").map(monitor -> job(overlay, monitor)))
                .containsExactlyInAnyOrderElementsOf(Component.in(overlay).map(Component::name).toList());
    }

    /** The name of the Service, if no rule replaces it. */
    private static String job(Overlay overlay, Manifest monitor) {
        JsonNode endpoint = monitor.spec().at("/endpoints/0");
        Manifest service = overlay.ofKind("Service").filter(each -> each.labels().entrySet()
                .containsAll(Manifest.texts(monitor.spec().at("/selector/matchLabels")).entrySet())).findFirst().orElseThrow();
        assertThat(Manifest.stream(service.spec().path("ports")).map(port -> port.path("name").asText()))
                .contains(endpoint.path("port").asText());
        return Manifest.stream(endpoint.path("relabelings")).filter(rule -> rule.path("targetLabel").asText().equals("job"))
                .map(rule -> rule.path("replacement").asText()).findFirst().orElse(service.name());
    }
}
