package vn.cchc.system.rolling;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;
import vn.cchc.system.stack.RunningStack;

/** {@code ./mvnw verify -Pdrills}: every replica is replaced under load, as Kubernetes does it, without a failed request. */
class RollingReplacementDrill {

    private static final int REQUESTS = 10_000;

    private final Vertx vertx = Vertx.vertx();
    private final List<Deployment> deployments = new ArrayList<>();

    @Test
    void everyReplicaIsReplacedWithoutAFailedRequest() throws Exception {
        try (RunningStack stack = RunningStack.infrastructure()) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            int gateway = start(stack);
            try (Load load = new Load(vertx, gateway)) {
                Users users = new Users(load);
                users.begin();

                for (Deployment deployment : deployments) {
                    Instant begun = Instant.now();
                    deployment.replace();
                    print(load,
                            "%s replaced in %d s".formatted(deployment, Duration.between(begun, Instant.now()).toSeconds()));
                }
                await().atMost(10, MINUTES).until(() -> load.requests() >= REQUESTS);
                load.end();

                print(load, "end");
                assertThat(load.failures()).isEmpty();
                assertThat(users.lost()).isEmpty();
                assertThat(users.countedAnswers()).isEqualTo(users.answers()).isPositive();
            }
        } finally {
            deployments.forEach(Deployment::close);
            vertx.close().toCompletionStage().toCompletableFuture().join();
        }
    }

    private static void print(Load load, String step) {
        System.out.printf("Rolling replacement, %s: %d requests (%d reads, %d writes), %d failures; slowest %d ms%n", step,
                load.requests(), load.reads(), load.writes(), load.failures().size(), load.slowest().toMillis());
    }

    /** Starts two replicas of each component, and returns the port of the gateways' balancer. */
    private int start(RunningStack stack) throws IOException {
        Map<String, String> upstream = settings(stack);
        for (String service : List.of("targets", "reporting", "survey")) {
            Balancer balancer = new Balancer(vertx);
            deploy(service + "-service", database(stack, service), false, balancer);
            upstream.put("CCHC_GATEWAY_SERVICES_" + service.toUpperCase() + "_URL", "http://localhost:" + balancer.port());
        }
        upstream.put("QUARKUS_MANAGEMENT_HOST", "localhost");
        Balancer balancer = new Balancer(vertx);
        deploy("gateway", upstream, true, balancer);
        return balancer.port();
    }

    private void deploy(String component, Map<String, String> environment, boolean managed, Balancer balancer)
            throws IOException {
        Deployment deployment = new Deployment(component, environment, managed, balancer);
        deployments.add(deployment);
        deployment.start();
    }

    private static Map<String, String> settings(RunningStack stack) {
        return new HashMap<>(Map.of("QUARKUS_PROFILE", "local", "QUARKUS_HTTP_HOST", "localhost",
                "QUARKUS_OIDC_AUTH_SERVER_URL", stack.address("identity"),
                // As in production (rest-support), where the stack's password would be refused.
                "QUARKUS_SHUTDOWN_DELAY", System.getProperty("drills.shutdown-delay", "5S"), "QUARKUS_SHUTDOWN_TIMEOUT",
                "30S"));
    }

    private static Map<String, String> database(RunningStack stack, String service) {
        Map<String, String> settings = settings(stack);
        settings.put("QUARKUS_DATASOURCE_JDBC_URL",
                stack.address("postgres").replace("http:", "jdbc:postgresql:") + '/' + service);
        settings.put("QUARKUS_DATASOURCE_USERNAME", service);
        settings.put("QUARKUS_DATASOURCE_PASSWORD", "local");
        settings.put("QUARKUS_FLYWAY_USERNAME", service + "_owner");
        settings.put("QUARKUS_FLYWAY_PASSWORD", "local");
        settings.put("KAFKA_BOOTSTRAP_SERVERS", stack.address("kafka").replace("http://", ""));
        return settings;
    }
}
