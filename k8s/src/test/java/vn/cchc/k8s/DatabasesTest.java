package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

/** Databases, roles and passwords in the manifests against what the services connect with. */
class DatabasesTest {

    /** For administrators, migrations and the cluster itself. */
    private static final int RESERVED_CONNECTIONS = 40;

    static Stream<Overlay> overlays() {
        return Overlay.ofClusters();
    }

    static Stream<Component> services() {
        return Overlay.ofClusters().flatMap(Component::servicesIn);
    }

    @ParameterizedTest
    @MethodSource("services")
    void aServiceConnectsToItsDatabaseWithTls(Component service) {
        URI url = URI
                .create(service.configured().getValue("quarkus.datasource.jdbc.url", String.class).substring("jdbc:".length()));
        Manifest database = service.overlay().get("Database", service.shortName());

        assertThat(url.getHost()).isEqualTo(database.spec().at("/cluster/name").asText() + "-rw");
        assertThat(url.getPort()).isEqualTo(5432);
        assertThat(url.getPath()).isEqualTo("/" + database.spec().path("name").asText());
        assertThat(url.getQuery()).contains("sslmode=verify-full");
    }

    @ParameterizedTest
    @MethodSource("services")
    void theServiceHasOneRoleAndItsMigrationsTheOther(Component service) {
        Map<String, String> app = service.environment(service.app());
        Map<String, String> migrate = service.environment(service.deployment().container("migrate"));
        String owner = service.overlay().get("Database", service.shortName()).spec().path("owner").asText();

        assertThat(app).containsEntry("QUARKUS_DATASOURCE_PASSWORD",
                secretOf(service.overlay(), app.get("QUARKUS_DATASOURCE_USERNAME")) + "/password");
        assertThat(app).containsEntry("QUARKUS_FLYWAY_MIGRATE_AT_START", "false")
                .doesNotContainKeys("QUARKUS_FLYWAY_USERNAME", "QUARKUS_FLYWAY_PASSWORD");
        assertThat(migrate).containsEntry("QUARKUS_FLYWAY_USERNAME", secretOf(service.overlay(), owner) + "/username")
                .containsEntry("QUARKUS_FLYWAY_PASSWORD", secretOf(service.overlay(), owner) + "/password")
                .containsEntry("QUARKUS_INIT_AND_EXIT", "true");
        assertThat(owner).isNotEqualTo(app.get("QUARKUS_DATASOURCE_USERNAME"));
    }

    private static String secretOf(Overlay overlay, String role) {
        return Manifest.stream(overlay.get("Cluster", "postgres").spec().at("/managed/roles"))
                .filter(declared -> declared.path("name").asText().equals(role))
                .map(declared -> declared.at("/passwordSecret/name").asText()).findFirst()
                .orElseThrow(() -> new AssertionError("the cluster has no role " + role));
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void aDatabaseIsOpenToItsOwnRolesOnly(Overlay overlay) {
        List<String> rules = Manifest.stream(overlay.get("Cluster", "postgres").spec().at("/postgresql/pg_hba"))
                .map(JsonNode::asText).toList();
        Stream<String> own = Component.servicesIn(overlay).map(Component::shortName)
                .map(name -> "hostssl %1$s %1$s,%1$s_owner all scram-sha-256".formatted(name));

        assertThat(rules.subList(0, rules.size() - 1)).containsExactlyInAnyOrderElementsOf(own.toList());
        assertThat(rules).last().isEqualTo("host all all all reject");
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theConnectionsOfAllReplicasFit(Overlay overlay) {
        int pools = Component.servicesIn(overlay).mapToInt(service -> {
            int replicas = overlay.get("HorizontalPodAutoscaler", service.name()).spec().path("maxReplicas").asInt()
                    + service.deployment().spec().at("/strategy/rollingUpdate/maxSurge").asInt();
            return replicas * service.configured().getValue("quarkus.datasource.jdbc.max-size", Integer.class);
        }).sum();

        assertThat(overlay.get("Cluster", "postgres").spec().at("/postgresql/parameters/max_connections").asInt())
                .as("max_connections")
                .isGreaterThanOrEqualTo(pools + RESERVED_CONNECTIONS);
    }

    /** The audit trail is sealed in the order of the commits. */
    @ParameterizedTest
    @MethodSource("overlays")
    void theTimesOfCommitsAreKept(Overlay overlay) {
        assertThat(overlay.get("Cluster", "postgres").spec().at("/postgresql/parameters/track_commit_timestamp").asText())
                .isEqualTo("on");
    }
}
