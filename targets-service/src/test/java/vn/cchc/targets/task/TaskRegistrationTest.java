package vn.cchc.targets.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.targets.task.TaskCalls.as;
import static vn.cchc.targets.task.TaskCalls.complete;
import static vn.cchc.targets.task.TaskCalls.planner;
import static vn.cchc.targets.task.TaskCalls.viewer;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.change.SystemActor;

/** When the tasks that a plan prints come to be. Each test has plans of its own. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class TaskRegistrationTest {

    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;
    @Inject
    TaskRegistration registration;
    @Inject
    SystemActor system;

    @Test
    void aDraftHasNoTasksBeforeItIsIssuedAndAClosedPlanGetsNoMore() throws IOException {
        register(plan("TRA").put("draft", true));
        viewer().get("/api/v1/tasks?plan=KH-TRA").then().statusCode(200).body("items", empty());
        add("KH-TRA").statusCode(409).body("code", equalTo("plan-is-draft"));

        as("director", "BGD").header("If-Match", "*").body(Map.of("number", "22/KH-SGDĐT", "issuedOn", "2026-01-05"))
                .post("/api/v1/plans/KH-TRA/issuance").then().statusCode(200);
        viewer().get("/api/v1/tasks?plan=KH-TRA").then().body("items.number", contains("1", "2", "3", "4", "5", "6"))
                .body("items[1].code", equalTo("KH-TRA.IV.2")).body("items[1].leadUnit.assigned", equalTo("VP"));

        planner().header("If-Match", "*").body(Map.of("reason", "Đã tổng kết")).post("/api/v1/plans/KH-TRA/closure").then()
                .statusCode(200);
        add("KH-TRA").statusCode(409).body("code", equalTo("plan-closed"));
        complete("KH-TRA.IV.2", "planner", "TCCB", LocalDate.of(2026, 1, 5)).then().statusCode(409)
                .body("code", equalTo("plan-closed"));
    }

    @Test
    void aPlanOfAnEarlierReleaseGetsItsTasksOnceAtTheNextStart() throws IOException {
        register(plan("TRB"));
        List<String> before = codes();
        QuarkusTransaction.requiringNew()
                .run(() -> database.createQuery("delete Task where plan = 'KH-TRB'").executeUpdate());
        assertThat(codes()).isEmpty();

        registration.defineMissing(system.change());
        registration.defineMissing(system.change());

        assertThat(codes()).isEqualTo(before).hasSize(6);
    }

    private static List<String> codes() {
        return viewer().get("/api/v1/tasks?plan=KH-TRB").then().statusCode(200).extract().path("items.code");
    }

    private static ValidatableResponse add(String plan) {
        return planner().body(Map.of("plan", plan, "group", "IV", "number", "7", "wording", "Nhiệm vụ")).post("/api/v1/tasks")
                .then();
    }

    private void register(ObjectNode plan) {
        TaskCalls.record(outbox, database, "VP", 1, null);
        as("planner", "KHTC").body(plan.toString()).post("/api/v1/plans").then().statusCode(201);
    }

    /** The second plan with the text of the first, whose section IV has its tasks. */
    private ObjectNode plan(String name) throws IOException {
        String second = json.readTree(getClass().getResourceAsStream("/plan/KH-TTHC-2026.json")).toString()
                .replace("KH-TTHC-2026", "KH-" + name).replaceAll("\"TTHC([0-9])", "\"" + name + "$1");
        JsonNode text = json.readTree(getClass().getResourceAsStream("/plan/KH-SGDDT-2022.json")).get("text");
        ObjectNode plan = (ObjectNode) json.readTree(second);
        plan.set("text", text);
        plan.putArray("taskSections").add("IV");
        return plan;
    }
}
