package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/**
 * The packaged services with the environment that the production overlay gives to their containers, on a Kafka with its
 * topics, certificates and permissions. Only addresses and passwords are replaced, and PostgreSQL and the identity provider
 * have no TLS here. {@code ./mvnw verify -Pworkloads -pl k8s -am} runs it.
 */
class WorkloadsRun {

    private static final Overlay PRODUCTION = Overlay.of("production");
    private static final Duration TIMEOUT = Duration.ofMinutes(3);
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Certificates certificates;
    private static SecuredKafka kafka;
    private static final Map<String, String> JDBC_URLS = new HashMap<>();
    private static String issuer;
    private static final Map<String, Integer> PORTS = new HashMap<>();
    private static final List<Process> RUNNING = new ArrayList<>();

    @BeforeAll
    static void startInfrastructureAndServices() throws Exception {
        List<Component> services = Component.servicesIn(PRODUCTION).toList();
        for (Component service : services) {
            LocalStackTestResource stack = new LocalStackTestResource();
            stack.init(Map.of("database", service.shortName()));
            Map<String, String> settings = stack.start();
            JDBC_URLS.put(service.name(), settings.get("quarkus.datasource.jdbc.url"));
            issuer = settings.get("quarkus.oidc.auth-server-url");
        }
        List<String> users = new ArrayList<>(List.of("broker", SecuredKafka.ADMIN));
        services.forEach(service -> users.add(service.name()));
        certificates = Certificates.issue(folder, users);
        kafka = SecuredKafka.start(folder, certificates);
        kafka.apply(PRODUCTION);

        migrateByTwoReplicasAtOnce(services);
        for (Component service : services) {
            PORTS.put(service.name(), Ports.free());
            RUNNING.add(start(service, "app", Map.of("QUARKUS_HTTP_PORT", "" + PORTS.get(service.name()))));
        }
        services.forEach(service -> await().atMost(TIMEOUT).ignoreExceptions()
                .until(() -> send(service.name(), "GET", "/q/health/ready").path("status").asText().equals("UP")));
    }

    private static void migrateByTwoReplicasAtOnce(List<Component> services) throws IOException, InterruptedException {
        List<Process> migrations = new ArrayList<>();
        for (Component service : services) {
            migrations.add(start(service, "migrate", Map.of()));
            migrations.add(start(service, "migrate", Map.of()));
        }
        for (Process migration : migrations) {
            assertThat(migration.waitFor()).as("exit code of a migration; the logs are in k8s/target").isZero();
        }
    }

    @AfterAll
    static void stop() {
        RUNNING.forEach(Process::destroy);
        RUNNING.forEach(process -> process.onExit().join());
        if (kafka != null) {
            kafka.close();
        }
    }

    private static Process start(Component service, String container, Map<String, String> further) throws IOException {
        Map<String, String> environment = environment(service, container);
        environment.putAll(further);
        return Jdk.java(service.name() + "-" + container + ".log", environment, "-Xmx256m", "-jar",
                "../" + service.name() + "/target/quarkus-app/quarkus-run.jar");
    }

    private static Map<String, String> environment(Component service, String container) {
        Map<String, String> here = new LinkedHashMap<>();
        service.environment(service.deployment().container(container)).forEach((name, value) -> here.put(name, switch (name) {
            case "QUARKUS_DATASOURCE_JDBC_URL" -> JDBC_URLS.get(service.name());
            case "QUARKUS_OIDC_AUTH_SERVER_URL" -> issuer;
            case "KAFKA_BOOTSTRAP_SERVERS" -> kafka.address();
            case "QUARKUS_DATASOURCE_PASSWORD", "QUARKUS_FLYWAY_PASSWORD" -> "local";
            case "QUARKUS_FLYWAY_USERNAME" -> service.shortName() + "_owner";
            case "CCHC_SURVEY_ANSWER_KEY" -> Base64.getEncoder().encodeToString(new byte[32]);
            case "KAFKA_SSL_KEYSTORE_PASSWORD" -> Certificates.PASSWORD;
            default -> value.replace("/etc/cchc/ca/kafka.crt", certificates.authority().toString())
                    .replace("/etc/cchc/kafka-user/user.p12", certificates.keystore(service.name()).toString());
        }));
        // The others refuse this provider and these passwords.
        here.put("QUARKUS_PROFILE", "local");
        return here;
    }

    @Test
    void eventsArriveAndCanBeReadAgain() {
        for (String service : List.of("reporting-service", "survey-service", "targets-service")) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(metric(service, "cchc_outbox_waiting")).isZero());
            String rebuild = send(service, "POST", "/api/v1/rebuilds").path("id").asText();
            await().atMost(TIMEOUT).untilAsserted(() -> {
                JsonNode state = send(service, "GET", "/api/v1/rebuilds/" + rebuild);
                assertThat(state.path("state").asText()).as("%s: %s", service, state).isEqualTo("DONE");
                assertThat(state.path("total").asInt()).as("events for %s", service).isPositive();
            });
        }
    }

    @Test
    void anUnreadableEventBecomesADeadLetter() throws Exception {
        publish(SecuredKafka.ADMIN, "cchc.indicators");

        for (String service : List.of("reporting-service", "survey-service")) {
            await().atMost(TIMEOUT).untilAsserted(() -> assertThat(metric(service, "cchc_dead_letters_open")).isPositive());
        }
    }

    @Test
    void nobodyElsePublishesTheEventsOfAService() {
        assertThatThrownBy(() -> publish("survey-service", "cchc.units")).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    private static void publish(String user, String topic) throws Exception {
        try (var producer = new KafkaProducer<>(kafka.client(user), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "key", "no event")).get();
        }
    }

    private static double metric(String service, String name) throws IOException, InterruptedException {
        return call(service, "GET", "/q/metrics").lines().filter(line -> line.startsWith(name))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ')))).findFirst().orElseThrow();
    }

    private static JsonNode send(String service, String method, String path) {
        try {
            return Overlay.YAML.readTree(call(service, method, path));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String call(String service, String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + PORTS.get(service) + path))
                .header("Authorization", "Bearer " + Tokens.of("admin")).method(method, BodyPublishers.noBody()).build();
        return HTTP.send(request, BodyHandlers.ofString()).body();
    }
}
