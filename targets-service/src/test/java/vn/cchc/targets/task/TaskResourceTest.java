package vn.cchc.targets.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.targets.task.TaskCalls.DOCUMENT;
import static vn.cchc.targets.task.TaskCalls.as;
import static vn.cchc.targets.task.TaskCalls.complete;
import static vn.cchc.targets.task.TaskCalls.planner;
import static vn.cchc.targets.task.TaskCalls.tag;
import static vn.cchc.targets.task.TaskCalls.viewer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.outbox.Outbox;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class TaskResourceTest {

    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;
    @Inject
    ObjectMapper json;
    @Inject
    Clock clock;

    private LocalDate today;

    @BeforeEach
    void recordUnits() {
        today = LocalDate.now(clock);
        List.of("TASK-A", "TASK-B", "TASK-C").forEach(unit -> TaskCalls.record(outbox, database, unit, 1, null));
    }

    @Test
    void theTasksThatThePlanPrintsAreThereWordForWordWithTheUnitsThatItNames() throws Exception {
        List<Map<String, Object>> printed = new ArrayList<>();
        JsonNode sections = json.readTree(getClass().getResourceAsStream("/plan/KH-SGDDT-2022.json")).path("text")
                .path("sections");
        for (String group : List.of("III", "IV")) {
            sections.forEach(section -> {
                if (section.path("number").asText().equals(group)) {
                    section.path("items").forEach(item -> printed.add(expected(group, item)));
                }
            });
        }

        List<Map<String, Object>> found = viewer().get("/api/v1/tasks?limit=200").then().statusCode(200).extract()
                .path("items.findAll { it.printed }");

        assertThat(printed).hasSize(12);
        assertThat(found).extracting(task -> task.get("code"))
                .isEqualTo(printed.stream().map(task -> task.get("code")).toList());
        for (int i = 0; i < printed.size(); i++) {
            assertThat(found.get(i)).containsAllEntriesOf(printed.get(i));
        }
    }

    private static Map<String, Object> expected(String group, JsonNode item) {
        List<String> paragraphs = new ArrayList<>();
        item.path("paragraphs").forEach(paragraph -> paragraphs.add(paragraph.asText()));
        Map<String, Object> task = new HashMap<>();
        task.put("code", "KH-SGDDT-2022." + group + "." + item.path("number").asInt());
        task.put("group", group);
        task.put("heading", item.path("heading").textValue());
        task.put("wording", String.join("\n", paragraphs));
        return task;
    }

    @Test
    void onlyTheUnitsThatThePlanPrintsAreAssignedAndNothingHasADeadline() {
        List<String> leads = viewer().get("/api/v1/tasks?limit=12&asOf=" + registered()).then().statusCode(200).extract()
                .path("items.collect { it.leadUnit?.assigned }");

        assertThat(leads).containsExactly(null, null, null, null, null, null, null, "VP", "CNTT", "KHTC", "TTR", "TCCB");
        viewer().get("/api/v1/tasks/KH-SGDDT-2022.III.6").then().statusCode(200)
                .body("wording", equalTo("Bố trí đủ kinh phí cho việc thực hiện công tác CCHC.")).body("budget", nullValue())
                .body("deadline", nullValue()).body("state", equalTo("NO_DEADLINE"))
                .body("stateName", equalTo("Chưa có thời hạn"));
    }

    /** Other tests of this class assign units since. */
    private Instant registered() {
        return QuarkusTransaction.requiringNew().call(() -> (Instant) database.createNativeQuery(
                "select min(recorded_at) from row_version where table_name = 'plan' and key = 'KH-SGDDT-2022'", Instant.class)
                .getSingleResult());
    }

    @Test
    void aPlannerSetsUnitsDeadlineAndBudgetOfThePlansTaskAndTheEarlierStateCanStillBeRead() {
        String task = "KH-SGDDT-2022.III.5";
        String before = viewer().get("/api/v1/tasks/" + task).then().extract().asString();
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Map<String, Object> wanted = assignment("TASK-A", List.of("TASK-C", "TASK-B"), today.plusDays(30), 120_000_000L);

        planner().body(wanted).put("/api/v1/tasks/" + task).then().statusCode(428);
        String tag = tag(task);
        planner().header("If-Match", tag).body(wanted).put("/api/v1/tasks/" + task).then().statusCode(200)
                .body("leadUnit.name", equalTo("Đơn vị TASK-A")).body("coordinatingUnits.code", contains("TASK-B", "TASK-C"))
                .body("budget", equalTo(120_000_000)).body("state", equalTo("IN_TIME")).body("version", equalTo(2));
        planner().header("If-Match", tag).body(wanted).put("/api/v1/tasks/" + task).then().statusCode(412);

        viewer().get("/api/v1/tasks/" + task).then().body("deadline", equalTo(today.plusDays(30).toString()));
        assertThat(viewer().get("/api/v1/tasks/" + task + "?asOf=" + moment).then().statusCode(200).extract().asString())
                .isEqualTo(before);
        viewer().get("/api/v1/tasks?unit=TASK-B&asOf=" + moment).then().body("items.code", not(hasItem(task)));
    }

    @ParameterizedTest
    @CsvSource({ "NOBODY, TASK-B, /leadUnit, unknown-unit", "TASK-A, NOBODY, /coordinatingUnits/0, unknown-unit",
            "TASK-A, TASK-A, /coordinatingUnits/0, duplicate" })
    void unitsMustExistAndBeNamedOnce(String lead, String coordinating, String pointer, String code) {
        planner().header("If-Match", tag("KH-SGDDT-2022.III.4")).body(assignment(lead, List.of(coordinating), null, null))
                .put("/api/v1/tasks/KH-SGDDT-2022.III.4").then().statusCode(422).body("errors", hasSize(1))
                .body("errors[0].pointer", equalTo(pointer)).body("errors[0].code", equalTo(code));
    }

    @Test
    void aUnitThatHasEndedIsNotAssignedAnewAndItsOnlySuccessorActsForIt() {
        TaskCalls.record(outbox, database, "TASK-OLD", 1, null);
        TaskCalls.record(outbox, database, "TASK-NEW", 1, null);
        String task = TaskCalls.add("OLD", "TASK-OLD", List.of(), today.plusDays(1));
        TaskCalls.record(outbox, database, "TASK-OLD", 2, today.minusDays(1), "TASK-NEW");

        viewer().get("/api/v1/tasks/" + task).then().body("leadUnit.assigned", equalTo("TASK-OLD"))
                .body("leadUnit.code", equalTo("TASK-NEW"));
        note("reporter", "TASK-OLD", task, 10, 403);
        note("reporter", "TASK-NEW", task, 10, 201);
        planner().header("If-Match", tag(task)).body(assignment("TASK-OLD", List.of(), today.plusDays(2), null))
                .put("/api/v1/tasks/" + task).then().statusCode(200);
        planner().body(Map.of("group", "III", "number", "OLD2", "wording", "x", "leadUnit", "TASK-OLD")).post("/api/v1/tasks")
                .then().statusCode(422).body("errors[0].code", equalTo("unit-closed"));
    }

    @Test
    void aTaskIsAddedOnceToASectionOfThePlan() {
        TaskCalls.add("ONCE", "TASK-A", List.of(), null);

        planner().body(Map.of("group", "III", "number", "ONCE", "wording", "Nhiệm vụ")).post("/api/v1/tasks").then()
                .statusCode(409).body("code", equalTo("task-exists"));
        planner().body(Map.of("group", "V", "number", "1", "wording", "Nhiệm vụ")).post("/api/v1/tasks").then().statusCode(422)
                .body("errors[0].code", equalTo("unknown-section"));
        planner().body(Map.of("group", "V", "number", "n 1", "wording", " ", "budget", -1, "leadUnit", "NOBODY"))
                .post("/api/v1/tasks").then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/number", "/wording", "/budget", "/leadUnit", "/group"));
        planner().body(Map.of("plan", "KH-NONE", "group", "III", "number", "1", "wording", "x")).post("/api/v1/tasks").then()
                .statusCode(404);
    }

    @Test
    void theUnitsOfATaskReportOnItWithEvidence() {
        String task = TaskCalls.add("NOTES", "TASK-A", List.of("TASK-B"), null);
        String tag = tag(task);

        note("reporter", "TASK-C", task, 5, 403);
        note("unit-head", "TASK-A", task, 5, 403);
        note("reporter", "TASK-A", task, 30, 201);
        note("reporter", "TASK-B", task, 101, 422);
        note("integrator", "TASK-B", task, 60, 201);
        note("reporter", "TASK-A", task, null, 201);

        as("reporter", "TASK-B").get("/api/v1/tasks/" + task + "/progress-notes").then().statusCode(200)
                .body("items.number", contains(1, 2, 3)).body("items.unit", contains("TASK-A", "TASK-B", "TASK-A"))
                .body("items[0].evidence[0].sha256", equalTo("ab".repeat(32)));
        as("director", "BGD").get("/api/v1/tasks/" + task + "/progress-notes/2").then().statusCode(200)
                .body("percent", equalTo(60));
        as("reporter", "TASK-C").get("/api/v1/tasks/" + task + "/progress-notes").then().statusCode(403)
                .body("code", equalTo("foreign-task"));
        as("reporter", "TASK-C").get("/api/v1/tasks/" + task + "/progress-notes/2").then().statusCode(403);
        as("reporter", "TASK-A").get("/api/v1/tasks/" + task + "/progress-notes/9").then().statusCode(404);
        viewer().get("/api/v1/tasks/" + task).then().body("reportedPercent", equalTo(60)).body("version", equalTo(1));
        // A planner who has read the task before the notes changes no definition that the planner has not seen.
        planner().header("If-Match", tag).body(assignment("TASK-A", List.of(), null, null)).put("/api/v1/tasks/" + task).then()
                .statusCode(200);
    }

    @Test
    void evidenceHasATitleAndAnAddressOnTheWeb() {
        String task = TaskCalls.add("EVIDENCE", "TASK-A", List.of(), null);

        as("reporter", "TASK-A")
                .body(Map.of("text", "x", "evidence",
                        List.of(Map.of("title", " ", "url", "https://an:pw@example.vn/", "sha256", "12"),
                                Map.of("title", "Công văn", "url", "https://vanban.example.vn/125-qd-sgddt.pdf?trang=1"))))
                .post("/api/v1/tasks/" + task + "/progress-notes").then().statusCode(422)
                .body("errors.pointer", contains("/evidence/0/sha256", "/evidence/0/title", "/evidence/0/url"));
    }

    @Test
    void theHeadOfTheLeadUnitCompletesATaskAndAPlannerReopensItWithAReason() {
        String task = TaskCalls.add("DONE", "TASK-A", List.of("TASK-B"), today.minusDays(3));
        String completion = "/api/v1/tasks/" + task + "/completion";
        viewer().get("/api/v1/tasks/" + task).then().body("state", equalTo("OVERDUE"));

        complete(task, "unit-head", "TASK-B", today).then().statusCode(403);
        complete(task, "reporter", "TASK-A", today).then().statusCode(403);
        complete(task, "unit-head", "TASK-A", today.plusDays(1)).then().statusCode(422)
                .body("errors[0].code", equalTo("day-in-future"));
        as("unit-head", "TASK-A").header("If-Match", tag(task)).body(Map.of("completedOn", today.plusDays(1).toString(),
                "evidence", List.of())).post(completion).then().statusCode(422)
                .body("errors.pointer", containsInAnyOrder("/completedOn", "/evidence"));
        complete(task, "unit-head", "TASK-A", today).then().statusCode(200).body("state", equalTo("DONE_LATE"))
                .body("stateName", equalTo("Hoàn thành quá hạn")).body("completionEvidence.title", hasSize(1));
        complete(task, "planner", "TCCB", today).then().statusCode(409).body("code", equalTo("task-completed"));
        note("reporter", "TASK-A", task, 50, 409);

        planner().header("If-Match", tag(task)).body(Map.of("reason", " ")).post("/api/v1/tasks/" + task + "/reopening").then()
                .statusCode(422);
        planner().header("If-Match", tag(task)).body(Map.of("reason", "Sản phẩm chưa đạt")).post("/api/v1/tasks/" + task
                + "/reopening").then().statusCode(200).body("state", equalTo("OVERDUE")).body("completionEvidence", empty())
                .body("reopeningReason", equalTo("Sản phẩm chưa đạt"));
        planner().header("If-Match", tag(task)).body(Map.of("reason", "lần nữa")).post("/api/v1/tasks/" + task + "/reopening")
                .then().statusCode(409).body("code", equalTo("task-not-completed"));
        complete(task, "planner", "TCCB", today.minusDays(3)).then().statusCode(200).body("state", equalTo("DONE_IN_TIME"));
        TaskCalls.awaitActions(task, "CREATE", "COMPLETE", "REOPEN", "COMPLETE");
    }

    @Test
    void theStateOfTheFilterIsThatOfTheTasksOnEachDayAroundTheDeadline() {
        for (int days = -2; days <= 9; days++) {
            TaskCalls.add("DAY-" + (days + 2), "TASK-C", List.of(), today.plusDays(days));
        }
        String late = TaskCalls.add("DAY-LATE", "TASK-C", List.of(), today.minusDays(2));
        String inTime = TaskCalls.add("DAY-IN-TIME", "TASK-C", List.of(), today);
        complete(late, "planner", "TCCB", today).then().statusCode(200);
        complete(inTime, "planner", "TCCB", today).then().statusCode(200);
        TaskCalls.add("DAY-NONE", "TASK-C", List.of(), null);

        Map<TaskState, Integer> counts = new EnumMap<>(TaskState.class);
        for (TaskState state : TaskState.values()) {
            List<String> states = viewer().get("/api/v1/tasks?limit=200&unit=TASK-C&state=" + state).then().statusCode(200)
                    .extract().path("items.findAll { it.number.startsWith('DAY-') }.state");
            assertThat(states).containsOnly(state.name());
            counts.put(state, states.size());
        }

        assertThat(counts).containsExactlyInAnyOrderEntriesOf(Map.of(TaskState.NO_DEADLINE, 1, TaskState.OVERDUE, 2,
                TaskState.NEARLY_DUE, 8, TaskState.IN_TIME, 2, TaskState.DONE_IN_TIME, 1, TaskState.DONE_LATE, 1));
    }

    @Test
    void aListGoesOnWhereItsPageEnded() {
        String next = viewer().get("/api/v1/tasks?limit=2&group=IV").then().statusCode(200)
                .body("items.number", contains("1", "2")).extract().path("next");

        viewer().get(next).then().statusCode(200).body("items.number", contains("3", "4"))
                .body("items[0].code", endsWith(".IV.3"));
        viewer().get("/api/v1/tasks?state=LATE").then().statusCode(400);
    }

    private static void note(String role, String unit, String task, Integer percent, int status) {
        Map<String, Object> note = new HashMap<>(Map.of("text", "Đã tổ chức 02 hội nghị", "evidence", List.of(DOCUMENT)));
        note.put("percent", percent);
        as(role, unit).body(note).post("/api/v1/tasks/" + task + "/progress-notes").then().statusCode(status);
    }

    private static Map<String, Object> assignment(String lead, List<String> coordinating, LocalDate deadline, Long budget) {
        Map<String, Object> wanted = new HashMap<>(Map.of("leadUnit", lead, "coordinatingUnits", coordinating));
        wanted.put("deadline", deadline == null ? null : deadline.toString());
        wanted.put("budget", budget);
        return wanted;
    }
}
