package vn.cchc.targets;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import vn.cchc.events.IndicatorDefined;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.ConcurrentTasks;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ConcurrentAssignmentsTest {

    private static final String INDICATOR = "CT05.3";
    private static final List<String> SCHOOLS = IntStream.rangeClosed(1, 8).mapToObj("SCHOOL-%04d"::formatted).toList();

    @Inject
    Outbox outbox;
    @ConfigProperty(name = "kafka.bootstrap.servers")
    String kafka;

    /** Readers keep the event of the highest version: it must hold every assignment, and no version may occur twice. */
    @Test
    void everyVersionOfTheIndicatorHoldsTheAssignmentsOfTheVersionBeforeIt() {
        QuarkusTransaction.requiringNew().run(() -> SCHOOLS.forEach(school -> outbox
                .add(new UnitRecorded(school, school, school, "SERVICE_UNIT", "SGDDT", null, null, List.of(), 1, null,
                        List.of()))));
        await().atMost(20, SECONDS).until(() -> assign(SCHOOLS.get(0)) == 201);

        List<CompletableFuture<Integer>> assigned = SCHOOLS.stream().skip(1)
                .map(school -> ConcurrentTasks.supply(() -> assign(school))).toList();

        assertThat(assigned).extracting(CompletableFuture::join).containsOnly(201);
        await().atMost(20, SECONDS).until(() -> definitions().size() > SCHOOLS.size());
        List<JsonObject> definitions = definitions();
        assertThat(definitions).extracting(definition -> definition.getLong("version"))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, definitions.size()).mapToObj(Long::valueOf).toList());
        assertThat(units(definitions.get(definitions.size() - 1))).containsAll(SCHOOLS);
    }

    private static int assign(String unit) {
        return given().auth().oauth2(Tokens.of("planner")).contentType("application/json")
                .body(Map.of("indicator", INDICATOR, "unit", unit)).post("/api/v1/assignments").statusCode();
    }

    private List<JsonObject> definitions() {
        return KafkaTopics.read(kafka, IndicatorDefined.TOPIC).stream().filter(event -> event.key().equals(INDICATOR))
                .map(event -> new JsonObject(new String(event.value(), UTF_8))).toList();
    }

    private static List<String> units(JsonObject definition) {
        JsonArray assignments = definition.getJsonArray("assignments");
        return assignments.stream().map(assignment -> ((JsonObject) assignment).getString("unit")).toList();
    }
}
