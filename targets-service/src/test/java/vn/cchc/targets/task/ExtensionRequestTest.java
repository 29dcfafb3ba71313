package vn.cchc.targets.task;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.task.TaskCalls.as;
import static vn.cchc.targets.task.TaskCalls.complete;
import static vn.cchc.targets.task.TaskCalls.planner;
import static vn.cchc.targets.task.TaskCalls.viewer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class ExtensionRequestTest {

    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;
    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void recordUnits() {
        today = LocalDate.now(clock);
        List.of("LATER-A", "LATER-B").forEach(unit -> TaskCalls.record(outbox, database, unit, 1, null));
    }

    @Test
    void aGrantedRequestMovesTheDeadlineAndKeepsTheOldOne() {
        String task = TaskCalls.add("LATER", "LATER-A", List.of("LATER-B"), today.minusDays(1));

        ask(task, "unit-head", "LATER-B", today.plusDays(30), 403);
        ask(task, "unit-head", "LATER-A", today.minusDays(1), 422).body("errors[0].code", equalTo("deadline-not-later"));
        ask(task, "unit-head", "LATER-A", today.plusDays(30), 201).body("granted", nullValue());
        viewer().get("/api/v1/tasks/" + task).then().body("state", equalTo("OVERDUE"));
        ask(task, "unit-head", "LATER-A", today.plusDays(60), 409).body("code", equalTo("extension-pending"));
        waiting("").body("items.code", hasItem(task));
        Instant asked = Instant.now();
        decide(task, 1, planner(), Map.of("granted", true), 200).body("deadline", equalTo(today.minusDays(1).toString()));

        waiting("").body("items.code", not(hasItem(task)));
        waiting("&asOf=" + asked).body("items.code", hasItem(task));
        viewer().get("/api/v1/tasks/" + task).then().body("state", equalTo("IN_TIME"))
                .body("deadline", equalTo(today.plusDays(30).toString())).body("version", equalTo(2));
        decide(task, 1, planner(), Map.of("granted", false, "reason", "x"), 409)
                .body("code", equalTo("extension-decided"));
        decide(task, 2, planner(), Map.of("granted", true), 404);
        as("reporter", "LATER-B").get("/api/v1/tasks/" + task + "/extension-requests").then().statusCode(200)
                .body("items.newDeadline", contains(today.plusDays(30).toString())).body("items.granted", contains(true));
        as("reporter", "OTHER").get("/api/v1/tasks/" + task + "/extension-requests/1").then().statusCode(403);
        TaskCalls.awaitActions(task, "CREATE", "EXTEND");
    }

    @Test
    void aRefusalNeedsAReasonAndTheDeadlineStays() {
        String task = TaskCalls.add("REFUSED", "LATER-A", List.of(), today);
        ask(task, "unit-head", "LATER-A", today.plusDays(1), 201);

        decide(task, 1, planner(), Map.of("granted", false), 422).body("errors[0].pointer", equalTo("/reason"));
        as("unit-head", "LATER-A").body(Map.of("newDeadline", today.toString(), "reason", " "))
                .post("/api/v1/tasks/" + TaskCalls.add("FAULTS", "LATER-A", List.of(), today) + "/extension-requests").then()
                .statusCode(422).body("errors.pointer", containsInAnyOrder("/newDeadline", "/reason"));
        decide(task, 1, planner(), Map.of("granted", false, "reason", "Không có lý do chính đáng"), 200)
                .body("granted", equalTo(false));

        viewer().get("/api/v1/tasks/" + task).then().body("deadline", equalTo(today.toString()));
        ask(task, "unit-head", "LATER-A", today.plusDays(2), 201).body("number", equalTo(2));
    }

    @Test
    void whoAsksDoesNotDecide() {
        String task = TaskCalls.add("OWN", "LATER-A", List.of(), today);
        String both = Tokens.with("viewer", Map.of("sub", "both", "roles", List.of("unit-head", "planner"), "unit", "LATER-A"));
        TaskCalls.with(both).body(Map.of("newDeadline", today.plusDays(1).toString(), "reason", "x"))
                .post("/api/v1/tasks/" + task + "/extension-requests").then().statusCode(201);

        decide(task, 1, TaskCalls.with(both), Map.of("granted", true), 403).body("code", equalTo("own-extension-request"));
        decide(task, 1, planner(), Map.of("granted", true), 200);
    }

    @Test
    void nothingIsExtendedThatHasNoDeadlineOrIsDoneOrHasALaterDeadlineByNow() {
        String none = TaskCalls.add("ENDLESS", "LATER-A", List.of(), null);
        String done = TaskCalls.add("DONE-LATER", "LATER-A", List.of(), today);
        String moved = TaskCalls.add("MOVED", "LATER-A", List.of(), today);

        ask(none, "unit-head", "LATER-A", today.plusDays(1), 409).body("code", equalTo("no-deadline-to-extend"));
        ask(done, "unit-head", "LATER-A", today.plusDays(1), 201);
        complete(done, "unit-head", "LATER-A", today).then().statusCode(200);
        decide(done, 1, planner(), Map.of("granted", true), 409).body("code", equalTo("task-completed"));
        ask(moved, "unit-head", "LATER-A", today.plusDays(1), 201);
        planner().header("If-Match", TaskCalls.tag(moved)).body(Map.of("leadUnit", "LATER-A", "coordinatingUnits", List.of(),
                "deadline", today.plusDays(5).toString())).put("/api/v1/tasks/" + moved).then().statusCode(200);
        decide(moved, 1, planner(), Map.of("granted", true), 422).body("errors[0].code", equalTo("deadline-not-later"));
    }

    private static ValidatableResponse waiting(String moment) {
        return viewer().get("/api/v1/tasks?unit=LATER-A&extensionRequested=true&limit=200" + moment).then().statusCode(200);
    }

    private static ValidatableResponse ask(String task, String role, String unit, LocalDate newDeadline, int status) {
        return as(role, unit).body(Map.of("newDeadline", newDeadline.toString(), "reason", "Chờ văn bản hướng dẫn"))
                .post("/api/v1/tasks/" + task + "/extension-requests").then().statusCode(status);
    }

    private static ValidatableResponse decide(String task, int number, RequestSpecification by,
            Map<String, Object> decision, int status) {
        return by.body(decision).post("/api/v1/tasks/" + task + "/extension-requests/" + number + "/decision").then()
                .statusCode(status);
    }
}
