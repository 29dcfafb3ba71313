package vn.cchc.k8s;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;

/** A service or the gateway in an overlay: its Deployment, and its module with the configuration that the image contains. */
record Component(Overlay overlay, Manifest deployment) {

    private static final Path PROJECT = Overlay.K8S.getParent();
    private static final List<String> LIBRARIES = List.of("rest-support", "audit", "idempotency", "messaging");
    private static final Path PUBLISHER = PROJECT
            .resolve("libs/messaging/src/main/java/vn/cchc/messaging/outbox/EventPublisher.java");
    private static final Pattern TRANSACTIONAL_ID = Pattern
            .compile("TRANSACTIONAL_ID_CONFIG, \"([^\"]*)\" \\+ service \\+ \"([^\"]*)\"");
    private static final int LIBRARY_ORDINAL = 100;
    private static final int APPLICATION_ORDINAL = 250;
    private static final int ENVIRONMENT_ORDINAL = 300;

    static Stream<Component> in(Overlay overlay) {
        return overlay.ofKind("Deployment").map(deployment -> new Component(overlay, deployment));
    }

    static Stream<Component> servicesIn(Overlay overlay) {
        return in(overlay).filter(component -> component.name().endsWith("-service"));
    }

    String name() {
        return deployment.name();
    }

    /** The name in topics, groups and databases, such as {@code targets}. */
    String shortName() {
        return builtIn().getValue("cchc.service", String.class);
    }

    JsonNode app() {
        return deployment.container("app");
    }

    /** What the image contains. */
    SmallRyeConfig builtIn() {
        return config(Map.of());
    }

    /** What the image contains, with the environment of the container above it, as the component itself reads them. */
    SmallRyeConfig configured() {
        return config(environment(app()));
    }

    private SmallRyeConfig config(Map<String, String> environment) {
        try {
            SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().addDefaultInterceptors().withProfile("prod")
                    .withSources(source(module().resolve("src/main/resources/application.properties"), APPLICATION_ORDINAL))
                    .withSources(new EnvConfigSource(environment, ENVIRONMENT_ORDINAL));
            String pom = Files.readString(module().resolve("pom.xml"));
            for (String library : LIBRARIES) {
                if (pom.contains("<artifactId>" + library + "</artifactId>")) {
                    builder.withSources(source(PROJECT.resolve("libs").resolve(library)
                            .resolve("src/main/resources/META-INF/microprofile-config.properties"), LIBRARY_ORDINAL));
                }
            }
            return builder.build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PropertiesConfigSource source(Path file, int ordinal) throws IOException {
        URL url = file.toUri().toURL();
        return new PropertiesConfigSource(url, ordinal);
    }

    private Path module() {
        return PROJECT.resolve(name());
    }

    /** The variables of a container. A value from a Secret is the Secret's name and key. */
    Map<String, String> environment(JsonNode container) {
        Map<String, String> variables = new LinkedHashMap<>();
        for (JsonNode source : container.path("envFrom")) {
            Manifest settings = overlay.get("ConfigMap", source.at("/configMapRef/name").asText());
            variables.putAll(Manifest.texts(settings.at("/data")));
        }
        for (JsonNode variable : container.path("env")) {
            JsonNode secret = variable.at("/valueFrom/secretKeyRef");
            variables.put(variable.path("name").asText(), secret.isMissingNode() ? variable.path("value").asText()
                    : secret.path("name").asText() + "/" + secret.path("key").asText());
        }
        return variables;
    }

    /** The channels that read topics, by the names of the channels; the one for dead letters reads by a pattern. */
    List<String> incomingChannels() {
        return StreamSupport.stream(builtIn().getPropertyNames().spliterator(), false)
                .filter(property -> property.matches("mp\\.messaging\\.incoming\\.[^.]+\\.topic"))
                .map(property -> property.split("\\.")[3]).filter(channel -> !channel.equals("dead-letters")).sorted().toList();
    }

    String channel(String channel, String attribute) {
        return builtIn().getValue("mp.messaging.incoming." + channel + "." + attribute, String.class);
    }

    /** As the outbox relay makes it; it is no setting. */
    String transactionalId() {
        try {
            Matcher id = TRANSACTIONAL_ID.matcher(Files.readString(PUBLISHER));
            if (!id.find()) {
                throw new AssertionError(PUBLISHER + " no longer makes a transactional id of the service's name");
            }
            return id.group(1) + shortName() + id.group(2);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return overlay + " " + name();
    }
}
