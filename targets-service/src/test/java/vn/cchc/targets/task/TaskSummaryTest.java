package vn.cchc.targets.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static vn.cchc.targets.task.TaskCalls.complete;
import static vn.cchc.targets.task.TaskCalls.viewer;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.rest.RequestContext;
import vn.cchc.targets.StatementCount;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class TaskSummaryTest {

    private static final String ROW = "rows.find { it.key == 'SUM-A' }.";

    @Inject
    Outbox outbox;
    @Inject
    EntityManager database;
    @Inject
    Clock clock;

    @Test
    void theShareThatIsDoneStandsBesideItsNumeratorAndDenominatorAndCostsNoMoreStatementsWithMoreTasks() {
        LocalDate today = LocalDate.now(clock);
        TaskCalls.record(outbox, database, "SUM-A", 1, null);
        TaskCalls.add("SUM-1", "SUM-A", List.of(), today.minusDays(1));
        long before = statements("UNIT");
        String late = TaskCalls.add("SUM-2", "SUM-A", List.of(), today.minusDays(1));
        TaskCalls.add("SUM-3", "SUM-A", List.of(), today);
        Instant moment = Instant.now().truncatedTo(ChronoUnit.MICROS);
        complete(late, "unit-head", "SUM-A", today).then().statusCode(200);

        viewer().get("/api/v1/tasks/summary").then().statusCode(200).body("plan", equalTo("KH-SGDDT-2022"))
                .body(ROW + "name", equalTo("Đơn vị SUM-A")).body(ROW + "counts.done", equalTo(1))
                .body(ROW + "counts.all", equalTo(3)).body(ROW + "counts.donePercent", equalTo(33.33f))
                .body(ROW + "counts.states", equalTo(Map.of("NO_DEADLINE", 0, "IN_TIME", 0, "NEARLY_DUE", 1, "OVERDUE", 1,
                        "DONE_IN_TIME", 0, "DONE_LATE", 1)))
                .body("rows[-1].name", equalTo("Chưa có đơn vị chủ trì")).body("total.all", greaterThanOrEqualTo(15));
        viewer().get("/api/v1/tasks/summary?asOf=" + moment).then().body(ROW + "counts.done", equalTo(0));
        assertThat(statements("UNIT")).isEqualTo(before).isPositive();
    }

    @Test
    void theGroupsAreThoseOfThePlanAndAddUpToAllTasks() {
        JsonPath summary = viewer().get("/api/v1/tasks/summary?groupBy=GROUP").then().statusCode(200)
                .body("rows[0].key", equalTo("III")).body("rows[0].name", equalTo("NHIỆM VỤ, GIẢI PHÁP CHỦ YẾU"))
                .body("rows[1].key", equalTo("IV")).body("rows[1].name", equalTo("TỔ CHỨC THỰC HIỆN"))
                .body("rows.size()", equalTo(2)).extract().jsonPath();

        assertThat(summary.getInt("rows.counts.all.sum()")).isEqualTo(summary.getInt("total.all"));
        viewer().get("/api/v1/tasks/summary?groupBy=unit").then().statusCode(400);
        viewer().get("/api/v1/tasks/summary?plan=KH-NONE").then().statusCode(404);
    }

    private static long statements(String groupBy) {
        String request = UUID.randomUUID().toString();
        viewer().header(RequestContext.REQUEST_ID, request).get("/api/v1/tasks/summary?groupBy=" + groupBy).then()
                .statusCode(200);
        return StatementCount.of(request);
    }
}
