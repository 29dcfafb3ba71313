package vn.cchc.targets.task;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.persistence.EntityManager;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import vn.cchc.events.UnitRecorded;
import vn.cchc.local.Tokens;
import vn.cchc.messaging.outbox.Outbox;

/** Calls to the tasks' API, and the units that carry the tasks out. */
public final class TaskCalls {

    static final String PLAN = "KH-SGDDT-2022";
    static final Map<String, Object> DOCUMENT = Map.of("number", "125/QĐ-SGDĐT", "date", "2025-06-20", "issuer",
            "Sở Giáo dục và Đào tạo", "title", "Quyết định ban hành quy trình nội bộ", "sha256", "AB".repeat(32));

    private TaskCalls() {
    }

    public static RequestSpecification as(String role, String unit) {
        return with(Tokens.with("viewer", Map.of("sub", role + "-" + unit, "roles", List.of(role), "unit", unit, "units",
                List.of(unit))));
    }

    static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static RequestSpecification planner() {
        return as("planner", "TCCB");
    }

    public static RequestSpecification viewer() {
        return given().auth().oauth2(Tokens.of("viewer"));
    }

    static String tag(String task) {
        return viewer().get("/api/v1/tasks/" + task).then().statusCode(200).extract().header("ETag");
    }

    /** @return the code of a new task of the group III */
    static String add(String number, String lead, List<String> coordinating, LocalDate deadline) {
        Map<String, Object> wanted = new HashMap<>(Map.of("group", "III", "number", number, "wording", "Nhiệm vụ " + number,
                "coordinatingUnits", coordinating));
        wanted.put("leadUnit", lead);
        wanted.put("deadline", deadline == null ? null : deadline.toString());
        return planner().body(wanted).post("/api/v1/tasks").then().statusCode(201).extract().path("code");
    }

    static Response complete(String task, String role, String unit, LocalDate on) {
        return as(role, unit).header("If-Match", tag(task))
                .body(Map.of("completedOn", on.toString(), "evidence", List.of(DOCUMENT)))
                .post("/api/v1/tasks/" + task + "/completion");
    }

    /** The trail shows an entry once it is sealed. */
    static void awaitActions(String task, String... actions) {
        await().atMost(20, SECONDS).untilAsserted(() -> as("auditor", "TTR")
                .get("/api/v1/audit?service=targets&resource=task&resourceId=" + task).then().statusCode(200)
                .body("items.entry.action", containsInAnyOrder(actions)));
    }

    /** Records a unit and waits until it is known: a coming task cannot name an unknown one. */
    public static void record(Outbox outbox, EntityManager database, String unit, long version, LocalDate to,
            String... successors) {
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new UnitRecorded(unit, "Đơn vị " + unit, "Unit " + unit,
                "OFFICE", "SGDDT", null, to, List.of(), version, "SGDDT", List.of(successors))));
        await().atMost(20, SECONDS).until(() -> QuarkusTransaction.requiringNew()
                .call(() -> database.createQuery("select count(*) from Unit where code = ?1 and version >= ?2", Long.class)
                        .setParameter(1, unit).setParameter(2, version).getSingleResult() == 1));
    }
}
