package vn.cchc.targets.scoreboard;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.scoreboard.ScoreboardChanges.DatabaseState;
import vn.cchc.values.PlanCode;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "targets"))
class CurrentViewsTest {

    private static final PlanCode PLAN = new PlanCode("KH-SGDDT-2022");
    private static final String NAME = "indicators.find { it.code == 'CT03.1' }.nameEn";

    @Inject
    CurrentViews views;
    @Inject
    ScoreboardChanges changes;
    @Inject
    Scoreboard scoreboard;
    @Inject
    Plans plans;
    @Inject
    EntityManager entities;
    @Inject
    DataSource database;

    @BeforeEach
    void aFirstRead() {
        scoreboard();
    }

    @Test
    void aChangeThatIsCommittedLateIsShownAtOnce() throws SQLException {
        String before = scoreboard().extract().path(NAME);
        try (Connection writer = database.getConnection(); Statement statement = writer.createStatement()) {
            writer.setAutoCommit(false);
            rename(statement, "Late");
            // Later transactions are visible, and the scoreboard is made anew, before this one is.
            QuarkusTransaction.requiringNew().run(() -> entities
                    .createNativeQuery("update indicator set name_en = name_en where code = 'CT03.2'").executeUpdate());
            scoreboard().body(NAME, equalTo(before));
            writer.commit();

            scoreboard().body(NAME, equalTo("Late"));

            rename(statement, before);
            writer.commit();
        }
        scoreboard().body(NAME, equalTo(before));
    }

    private static void rename(Statement statement, String name) throws SQLException {
        assertThat(statement.executeUpdate(
                "update indicator set name_en = '" + name.replace("'", "''") + "' where code = 'CT03.1'")).isEqualTo(1);
    }

    @Test
    void aViewIsMadeOnceWhileNothingChanges() {
        AtomicInteger made = new AtomicInteger();

        for (int request = 0; request < 3; request++) {
            assertThat(views.get("once", made::incrementAndGet).body()).asString().isEqualTo("1");
        }
        touch();

        assertThat(views.get("once", made::incrementAndGet).body()).asString().isEqualTo("2");
    }

    /** What is committed while a view is made can be missing in it. */
    @Test
    void aChangeWhileAViewIsMadeMakesItAnew() {
        AtomicInteger made = new AtomicInteger();
        views.get("while", () -> {
            touch();
            return made.incrementAndGet();
        });

        assertThat(views.get("while", made::incrementAndGet).body()).asString().isEqualTo("2");
    }

    @Test
    void aStateThatIsOlderThanAllListedTransactionsIsChanged() {
        DatabaseState old = changes.current();
        touch();
        DatabaseState later = changes.current();
        touch();
        assertThat(changes.compare(old).changed()).isTrue();
        assertThat(changes.compare(changes.current()).changed()).isFalse();

        changes.prune(1);

        assertThat(changes.compare(later).changed()).isTrue();
        assertThat(changes.compare(changes.current()).changed()).isFalse();
    }

    @Test
    void aStateOfAnotherServerIsChanged() {
        DatabaseState current = changes.current();

        assertThat(changes.compare(new DatabaseState("2001-01-01 00:00:00+00", current.snapshot())).changed()).isTrue();
    }

    @Test
    @SuppressWarnings("unchecked")
    void everyTableThatIsReadRecordsItsChanges() {
        Set<String> read = QuarkusTransaction.requiringNew().call(() -> {
            Map<String, Long> before = scans();
            scoreboard.of(plans.require(PLAN), 2025, LocalDate.of(2025, 6, 30));
            Map<String, Long> after = scans();
            after.entrySet().removeAll(before.entrySet());
            return after.keySet();
        });
        List<String> recorded = QuarkusTransaction.requiringNew().call(() -> entities.createNativeQuery(
                "select relname from pg_trigger join pg_class on pg_class.oid = tgrelid where tgname = 'scoreboard_change'",
                String.class).getResultList());

        assertThat(read).contains("indicator", "unit_group", "survey_result");
        assertThat(recorded).containsAll(read);
    }

    /** By PostgreSQL's own statistics: of this transaction, and of those that its connection has not reported yet. */
    @SuppressWarnings("unchecked")
    private Map<String, Long> scans() {
        List<Tuple> tables = entities.createNativeQuery("""
                select relname, coalesce(seq_scan, 0) + coalesce(idx_scan, 0) as scans from pg_stat_xact_user_tables
                where schemaname = 'public'""", Tuple.class).getResultList();
        return tables.stream()
                .collect(Collectors.toMap(table -> table.get(0, String.class), table -> table.get(1, Long.class)));
    }

    private void touch() {
        QuarkusTransaction.requiringNew().run(
                () -> entities.createNativeQuery("update milestone set percent = percent where year = 2025").executeUpdate());
    }

    private static ValidatableResponse scoreboard() {
        return given().auth().oauth2(Tokens.of("viewer")).get("/api/v1/scoreboard?year=2025").then().statusCode(200);
    }
}
