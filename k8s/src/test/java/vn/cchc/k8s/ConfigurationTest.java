package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfig;

/** Ports, paths, times and variables in the manifests against what the components are configured with. */
class ConfigurationTest {

    private static KnownVariables variables;

    @BeforeAll
    static void loadVariables() {
        variables = KnownVariables.load();
    }

    static Stream<Component> components() {
        return Overlay.all().flatMap(Component::in);
    }

    static Stream<Component> componentsOfClusters() {
        return Overlay.ofClusters().flatMap(Component::in);
    }

    @ParameterizedTest
    @MethodSource("components")
    void theContainerPortsAreThoseOnWhichItListens(Component component) {
        SmallRyeConfig config = component.configured();
        assertThat(port(component, "http")).as("port http of %s", component)
                .isEqualTo(config.getValue("quarkus.http.port", Integer.class));
        if (hasManagement(config)) {
            assertThat(port(component, "management")).as("port management")
                    .isEqualTo(config.getValue("quarkus.management.port", Integer.class));
        }
        assertThat(component.app().path("ports")).hasSize(hasManagement(config) ? 2 : 1);
    }

    @ParameterizedTest
    @MethodSource("components")
    void theProbesAskWhereTheHealthIs(Component component) {
        SmallRyeConfig config = component.configured();
        String port = hasManagement(config) ? "management" : "http";
        Map<String, String> paths = Map.of(
                "startupProbe", text(config, "quarkus.smallrye-health.startup-path", "started"),
                "livenessProbe", text(config, "quarkus.smallrye-health.liveness-path", "live"),
                "readinessProbe", text(config, "quarkus.smallrye-health.readiness-path", "ready"));

        paths.forEach((probe, path) -> {
            JsonNode request = component.app().path(probe).path("httpGet");
            assertThat(request.path("path").asText()).as("%s of %s", probe, component)
                    .isEqualTo(root(config) + text(config, "quarkus.smallrye-health.root-path", "health") + "/" + path);
            assertThat(request.path("port").asText()).as("port of the %s of %s", probe, component).isEqualTo(port);
        });
    }

    @ParameterizedTest
    @MethodSource("components")
    void everyVariableChangesSomething(Component component) {
        Stream<String> names = component.deployment().containers().stream()
                .flatMap(container -> component.environment(container).keySet().stream());

        assertThat(names.filter(name -> !variables.contain(name)).distinct())
                .as("variables that %s does not know, or that are fixed when it is built", component).isEmpty();
    }

    /** The defaults are those of a developer's machine. */
    @ParameterizedTest
    @MethodSource("componentsOfClusters")
    void noSettingNamesThisMachine(Component component) {
        SmallRyeConfig config = component.configured();
        List<String> settings = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> config.getConfigValue(name).getValue().contains("localhost")).toList();

        assertThat(settings).isEmpty();
        assertThat(config.getOptionalValue("quarkus.oidc.auth-server-url", String.class)).as("identity provider").isPresent();
    }

    @ParameterizedTest
    @MethodSource("components")
    void theServiceLeadsToTheContainer(Component component) {
        Manifest service = component.overlay().get("Service", component.name());
        JsonNode port = service.spec().path("ports").path(0);

        assertThat(port.path("targetPort").asText()).isEqualTo("http");
        assertThat(port.path("port").asInt()).as("port of %s", service).isEqualTo(port(component, "http"));
        assertThat(component.deployment().podLabels()).containsAllEntriesOf(Manifest.texts(service.spec().path("selector")));
    }

    @ParameterizedTest
    @MethodSource("componentsOfClusters")
    void prometheusScrapesWhereTheMetricsAre(Component component) {
        SmallRyeConfig config = component.configured();
        Manifest monitor = component.overlay().get("ServiceMonitor", component.name());
        JsonNode endpoint = monitor.spec().path("endpoints").path(0);
        List<Manifest> services = component.overlay().ofKind("Service").filter(service -> service.labels().entrySet()
                .containsAll(Manifest.texts(monitor.spec().at("/selector/matchLabels")).entrySet())).toList();

        assertThat(endpoint.path("path").asText())
                .isEqualTo(root(config) + text(config, "quarkus.micrometer.export.prometheus.path", "metrics"));
        assertThat(services).singleElement().satisfies(service -> {
            assertThat(component.deployment().podLabels())
                    .containsAllEntriesOf(Manifest.texts(service.spec().path("selector")));
            assertThat(Manifest.stream(service.spec().path("ports"))
                    .filter(port -> port.path("name").equals(endpoint.path("port")))
                    .map(port -> port.path("targetPort").asText()))
                    .containsExactly(hasManagement(config) ? "management" : "http");
        });
    }

    @ParameterizedTest
    @MethodSource("components")
    void aStopHasTheTimeThatTheServiceTakes(Component component) {
        SmallRyeConfig config = component.builtIn();
        Duration delay = duration(config, "quarkus.shutdown.delay");
        Duration stop = delay.plus(duration(config, "quarkus.shutdown.timeout"));
        JsonNode readiness = component.app().path("readinessProbe");

        assertThat(component.deployment().podSpec().path("terminationGracePeriodSeconds").asLong()).as("grace period")
                .isGreaterThanOrEqualTo(stop.plusSeconds(10).toSeconds());
        assertThat(readiness.path("periodSeconds").asLong() * readiness.path("failureThreshold").asLong())
                .as("senders see in time that a pod stops").isLessThan(delay.toSeconds());
    }

    @ParameterizedTest
    @MethodSource("componentsOfClusters")
    void theGatewayFindsEveryService(Component component) {
        SmallRyeConfig config = component.configured();
        List<String> urls = StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(name -> name.matches("cchc\\.gateway\\.services\\.[^.]+\\.url"))
                .map(name -> config.getValue(name, String.class)).sorted().toList();
        List<String> expected = component.name().equals("gateway")
                ? Component.servicesIn(component.overlay())
                        .map(service -> "http://" + service.name() + ":" + port(service, "http"))
                        .sorted().toList()
                : List.of();

        assertThat(urls).isEqualTo(expected);
    }

    private static int port(Component component, String name) {
        return Manifest.stream(component.app().path("ports")).filter(port -> port.path("name").asText().equals(name))
                .mapToInt(port -> port.path("containerPort").asInt()).findFirst()
                .orElseThrow(() -> new AssertionError(component + " has no port " + name));
    }

    private static Duration duration(SmallRyeConfig config, String name) {
        return DurationConverter.parseDuration(config.getValue(name, String.class));
    }

    private static boolean hasManagement(SmallRyeConfig config) {
        return config.getValue("quarkus.management.enabled", Boolean.class);
    }

    private static String root(SmallRyeConfig config) {
        String setting = hasManagement(config) ? "quarkus.management.root-path" : "quarkus.http.non-application-root-path";
        return "/" + text(config, setting, "q") + "/";
    }

    private static String text(SmallRyeConfig config, String name, String fallback) {
        return config.getOptionalValue(name, String.class).orElse(fallback);
    }
}
