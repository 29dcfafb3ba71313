package vn.cchc.k8s;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

import com.fasterxml.jackson.databind.JsonNode;

/** One broker as the manifests describe Kafka: with TLS, a certificate for each user, the declared topics and permissions. */
class SecuredKafka implements AutoCloseable {

    static final String ADMIN = "admin";

    private final Certificates certificates;
    private final int port;
    private final Process server;

    private SecuredKafka(Certificates certificates, int port, Process server) {
        this.certificates = certificates;
        this.port = port;
        this.server = server;
    }

    static SecuredKafka start(Path folder, Certificates certificates) throws IOException, InterruptedException {
        int port = Ports.free();
        Path settings = Files.writeString(folder.resolve("server.properties"),
                """
                        process.roles=broker,controller
                        node.id=1
                        controller.listener.names=CONTROLLER
                        controller.quorum.voters=1@localhost:%1$d
                        listeners=SSL://localhost:%2$d,CONTROLLER://localhost:%1$d
                        listener.security.protocol.map=SSL:SSL,CONTROLLER:PLAINTEXT
                        inter.broker.listener.name=SSL
                        log.dirs=%3$s
                        auto.create.topics.enable=false
                        offsets.topic.replication.factor=1
                        transaction.state.log.replication.factor=1
                        transaction.state.log.min.isr=1
                        ssl.client.auth=required
                        ssl.keystore.type=PKCS12
                        ssl.keystore.location=%4$s
                        ssl.keystore.password=%5$s
                        ssl.truststore.type=PEM
                        ssl.truststore.location=%6$s
                        authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer
                        super.users=User:CN=broker;User:CN=admin;User:ANONYMOUS
                        """.formatted(Ports.free(), port, folder.resolve("data"), certificates.keystore("broker"),
                        Certificates.PASSWORD,
                        certificates.authority()));
        Process format = kafka(folder, "kafka.tools.StorageTool", "format", "--cluster-id", "abcdefghijklmnopqrstuw",
                "--config",
                settings.toString());
        if (format.waitFor() != 0) {
            throw new IllegalStateException("Kafka's folder cannot be formatted; see target/kafka.log");
        }
        return new SecuredKafka(certificates, port, kafka(folder, "kafka.Kafka", settings.toString()));
    }

    private static Process kafka(Path folder, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("-Xmx512m", "-Dcchc.log=" + folder.resolve("kafka.log"), "-cp",
                "../local-stack/target/local-stack-runnable.jar", main));
        command.addAll(List.of(arguments));
        return Jdk.java("kafka.log", Map.of(), command.toArray(String[]::new));
    }

    String address() {
        return "localhost:" + port;
    }

    /** The settings of a client that is this user. */
    Map<String, Object> client(String user) {
        return new HashMap<>(Map.of("bootstrap.servers", address(), "security.protocol", "SSL",
                "ssl.truststore.type", "PEM", "ssl.truststore.location", certificates.authority().toString(),
                "ssl.keystore.type", "PKCS12", "ssl.keystore.location", certificates.keystore(user).toString(),
                "ssl.keystore.password", Certificates.PASSWORD));
    }

    /** What Kafka's operator does with the manifests. */
    void apply(Overlay overlay) throws InterruptedException, ExecutionException, TimeoutException {
        List<NewTopic> topics = overlay.ofKind("KafkaTopic")
                .map(topic -> new NewTopic(topic.name(), topic.spec().path("partitions").asInt(), (short) 1)
                        .configs(Map.of("max.message.bytes", topic.spec().at("/config/max.message.bytes").asText())))
                .toList();
        List<AclBinding> permissions = overlay.ofKind("KafkaUser").flatMap(user -> Manifest
                .stream(user.spec().at("/authorization/acls")).flatMap(acl -> Manifest.stream(acl.path("operations"))
                        .map(operation -> permission(user.name(), acl.path("resource"), operation.asText()))))
                .toList();
        try (Admin admin = Admin.create(client(ADMIN))) {
            admin.createTopics(topics).all().get(60, TimeUnit.SECONDS);
            admin.createAcls(permissions).all().get(60, TimeUnit.SECONDS);
        }
    }

    private static AclBinding permission(String user, JsonNode resource, String operation) {
        ResourceType type = resource.path("type").asText().equals("transactionalId") ? ResourceType.TRANSACTIONAL_ID
                : ResourceType.fromString(resource.path("type").asText().toUpperCase(Locale.ROOT));
        PatternType pattern = resource.path("patternType").asText().equals("prefix") ? PatternType.PREFIXED
                : PatternType.LITERAL;
        return new AclBinding(new ResourcePattern(type, resource.path("name").asText(), pattern), new AccessControlEntry(
                "User:CN=" + user, "*", AclOperation.fromString(operation.toUpperCase(Locale.ROOT)), AclPermissionType.ALLOW));
    }

    @Override
    public void close() {
        server.destroy();
        server.onExit().join();
    }
}
