package vn.cchc.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.fasterxml.jackson.databind.JsonNode;

import vn.cchc.events.Event;

/** Topics and permissions in the manifests against the channels of the services and the events in event-contracts. */
class TopicsTest {

    static Stream<Overlay> overlays() {
        return Overlay.ofClusters();
    }

    static Stream<Component> services() {
        return Overlay.ofClusters().flatMap(Component::servicesIn);
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void theTopicsAreThoseThatTheServicesUse(Overlay overlay) {
        Set<String> used = new TreeSet<>(eventTopics());
        Component.servicesIn(overlay).forEach(service -> service.incomingChannels().forEach(channel -> {
            used.add(service.channel(channel, "topic"));
            used.add(service.channel(channel, "dead-letter-queue.topic"));
        }));

        assertThat(overlay.ofKind("KafkaTopic").map(Manifest::name)).as("topics of %s", overlay)
                .containsExactlyInAnyOrderElementsOf(used);
    }

    private static Set<String> eventTopics() {
        return contracts(Event.class).map(TopicsTest::topicOf).collect(Collectors.toSet());
    }

    private static Stream<Class<?>> contracts(Class<?> type) {
        return type.isSealed() ? Stream.of(type.getPermittedSubclasses()).flatMap(TopicsTest::contracts) : Stream.of(type);
    }

    private static String topicOf(Class<?> event) {
        try {
            return (String) event.getField("TOPIC").get(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("overlays")
    void topicsAreKeptWholeAndOnSeveralBrokers(Overlay overlay) {
        assertThat(overlay.ofKind("KafkaTopic")).allSatisfy(topic -> {
            assertThat(topic.spec().at("/config/cleanup.policy").asText()).isEqualTo("delete");
            assertThat(topic.spec().at("/config/retention.ms").asLong()).isEqualTo(-1);
            assertThat(topic.spec().at("/config/retention.bytes").asLong()).isEqualTo(-1);
            assertThat(topic.spec().path("replicas").asInt())
                    .isGreaterThan(topic.spec().at("/config/min.insync.replicas").asInt()).isEqualTo(3);
        });
    }

    @ParameterizedTest
    @MethodSource("services")
    void aDeadLetterFitsIntoItsTopic(Component service) {
        int size = service.builtIn().getValue("mp.messaging.connector.smallrye-kafka.dead-letter-queue.max.request.size",
                Integer.class);

        assertThat(service.incomingChannels()).allSatisfy(channel -> assertThat(
                service.overlay().get("KafkaTopic", service.channel(channel, "dead-letter-queue.topic")).spec()
                        .at("/config/max.message.bytes").asInt())
                .isGreaterThanOrEqualTo(size));
    }

    @ParameterizedTest
    @MethodSource("services")
    void everyServiceMayDoWhatItDoesAndNothingElse(Component service) {
        String name = service.shortName();
        Set<String> needed = new TreeSet<>(Set.of(
                "topic cchc." + name + ".* [Read, Write, Describe]", "group " + name + "-* [Read]",
                "transactionalId " + service.transactionalId() + " [Write, Describe]"));
        service.incomingChannels()
                .forEach(channel -> needed.add("topic " + service.channel(channel, "topic") + " [Read, Describe]"));
        Readme.read().published(service.name()).forEach(topic -> needed.add("topic " + topic + " [Write, Describe]"));

        Manifest user = service.overlay().get("KafkaUser", service.name());
        assertThat(Manifest.stream(user.spec().at("/authorization/acls")).map(TopicsTest::permission)).as("%s", user)
                .containsExactlyInAnyOrderElementsOf(needed);
    }

    private static String permission(JsonNode acl) {
        String operations = Manifest.stream(acl.path("operations")).map(operation -> operation.asText())
                .collect(Collectors.joining(", ", " [", "]"));
        return acl.at("/resource/type").asText() + " " + acl.at("/resource/name").asText()
                + (acl.at("/resource/patternType").asText().equals("prefix") ? "*" : "") + operations;
    }

    @ParameterizedTest
    @MethodSource("services")
    void theNamesOfGroupsAndDeadLettersBeginAsThePermissionsSay(Component service) {
        String name = service.shortName();
        Stream<String> groups = Stream.concat(service.incomingChannels().stream(), Stream.of("dead-letters"))
                .map(channel -> service.channel(channel, "group.id"));

        assertThat(groups).allMatch(group -> group.startsWith(name + "-"));
        assertThat(service.incomingChannels()).allMatch(channel -> service.channel(channel, "dead-letter-queue.topic")
                .startsWith("cchc." + name + "."));
    }

    @ParameterizedTest
    @MethodSource("services")
    void theReadmeNamesTheTopicsThatAServiceConsumes(Component service) {
        assertThat(Readme.read().consumed(service.name())).containsExactlyInAnyOrderElementsOf(
                service.incomingChannels().stream().map(channel -> service.channel(channel, "topic")).toList());
    }
}
