package vn.cchc.k8s;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import com.fasterxml.jackson.databind.JsonNode;

/** The names of environment variables that change something when a component starts. */
class KnownVariables {

    /** The names of all settings {@code cchc.*}, in which {@code *} stands for a key. */
    private static final Path OWN = Overlay.K8S
            .resolveSibling("libs/rest-support/src/main/resources/vn/cchc/rest/start/settings.txt");

    private final List<Pattern> own = new ArrayList<>();
    private final Set<String> names = new HashSet<>(Set.of("JAVA_TOOL_OPTIONS"));

    static KnownVariables load() {
        KnownVariables known = new KnownVariables();
        try {
            for (URL model : Collections.list(KnownVariables.class.getClassLoader()
                    .getResources("META-INF/quarkus-config-doc/quarkus-config-model.json"))) {
                known.addQuarkus(Overlay.YAML.readTree(model.openStream()));
            }
            for (String setting : Files.readAllLines(OWN)) {
                known.own.add(Pattern.compile(variable(setting.replace("*", "KEY")).replace("KEY", "[A-Z0-9_]+")));
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        ConsumerConfig.configNames().forEach(known::addKafka);
        ProducerConfig.configNames().forEach(known::addKafka);
        return known;
    }

    /** A setting that is fixed when the image is built would be ignored. */
    private void addQuarkus(JsonNode element) {
        if (element.path("phase").asText().equals("RUN_TIME")) {
            names.add(element.at("/path/environmentVariable").asText());
            element.path("additionalPaths").forEach(path -> names.add(path.path("environmentVariable").asText()));
        }
        element.forEach(this::addQuarkus);
    }

    private void addKafka(String setting) {
        names.add("KAFKA_" + variable(setting));
    }

    boolean contain(String name) {
        return names.contains(name) || own.stream().anyMatch(setting -> setting.matcher(name).matches());
    }

    private static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
