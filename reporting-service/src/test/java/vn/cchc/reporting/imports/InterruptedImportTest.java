package vn.cchc.reporting.imports;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

/** The session of an import is ended by force while it waits for a report of its second batch. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class InterruptedImportTest {

    private static final int UNITS = 1_100;
    private static final int BATCH = 500;
    private static final String WAITING = """
            from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            and query like 'select unit, id, state%from report%'""";

    @Inject
    ScaleData data;

    @BeforeEach
    void prepare() throws SQLException {
        data.prepare(UNITS, 1);
    }

    @AfterEach
    void clean() throws SQLException {
        data.removeIndicators();
    }

    @Test
    void anInterruptedImportOfAllOrNothingLeavesNothingAndIsRepeated() throws Exception {
        UUID job;
        try (Connection lock = lockReportOfSecondBatch("2065Q1")) {
            job = data.start("2065Q1", ImportMode.ALL_OR_NOTHING, UNITS, ScaleData.csv(UNITS, 1, 1));
            awaitWaiting();
            assertThat(data.job(job).processed).isEqualTo(BATCH);
            assertThat(data.job(job).figuresChanged).isZero();

            kill();
            awaitAttempt(job, 2);

            assertThat(figures("2065Q1")).isOne();
            lock.rollback();
        }
        data.awaitDone(job);
        assertThat(figures("2065Q1")).isEqualTo(UNITS);
        assertThat(data.job(job).figuresChanged).isEqualTo(UNITS);
        assertThat(data.job(job).reportsCreated).isEqualTo(UNITS - 1);
        assertThat(entries(job)).isEqualTo(UNITS);
    }

    @Test
    void anInterruptedImportRowByRowHasTheRowsThatItSaysAndContinuesAfterThem() throws Exception {
        UUID job;
        try (Connection lock = lockReportOfSecondBatch("2065H1")) {
            job = data.start("2065H1", ImportMode.ROW_BY_ROW, UNITS, ScaleData.csv(UNITS, 1, 1));
            awaitWaiting();

            kill();
            awaitAttempt(job, 2);

            assertThat(data.job(job).processed).isEqualTo(BATCH);
            assertThat(data.job(job).lastRow).isEqualTo(BATCH + 1);
            assertThat(data.job(job).figuresChanged).isEqualTo(BATCH);
            assertThat(figures("2065H1")).isEqualTo(BATCH + 1);
            lock.rollback();
        }
        data.awaitDone(job);
        assertThat(figures("2065H1")).isEqualTo(UNITS);
        assertThat(data.job(job).processed).isEqualTo(UNITS);
        assertThat(data.job(job).errors).as("the period is not over").isOne();
        assertThat(data.job(job).figuresChanged).isEqualTo(UNITS);
        assertThat(entries(job)).isEqualTo(UNITS);
    }

    @Test
    void aWorkerThatLostItsImportCommitsNothing() throws Exception {
        UUID job;
        UUID next;
        try (Connection lock = lockReportOfSecondBatch("2065Q3")) {
            job = data.start("2065Q3", ImportMode.ALL_OR_NOTHING, UNITS, ScaleData.csv(UNITS, 1, 1));
            awaitWaiting();

            // As another replica does when the lease has run out.
            data.sql(
                    """
                            update figure_import set lease = gen_random_uuid(), leased_until = now() + interval '1 hour' where id = '%s'"""
                            .formatted(job));
            next = data.start("2066Q1", ImportMode.ALL_OR_NOTHING, UNITS, ScaleData.csv(1, 1, 1));
            lock.rollback();
        }

        data.awaitDone(next);
        assertThat(figures("2065Q3")).isOne();
        data.sql("update figure_import set leased_until = now() where id = '%s'".formatted(job));
        data.awaitDone(job);
        assertThat(figures("2065Q3")).isEqualTo(UNITS);
    }

    /** Its figure is another one than that of the import. */
    private Connection lockReportOfSecondBatch(String period) throws Exception {
        String unit = ScaleData.unit(BATCH + 10);
        String file = "unit,indicator,numerator,denominator,rating,statement\n" + unit + "," + ScaleData.indicator(0)
                + ",1,7,,\n";
        data.awaitDone(data.start(period, ImportMode.ALL_OR_NOTHING, UNITS, file.getBytes()));
        Connection lock = data.connect();
        lock.setAutoCommit(false);
        lock.createStatement().execute(
                "select 1 from report where unit = '%s' and period = '%s' for update".formatted(unit, period));
        return lock;
    }

    private void awaitWaiting() {
        await().atMost(30, SECONDS).until(() -> data.countAsApplication("select count(*) " + WAITING) == 1);
    }

    private void awaitAttempt(UUID job, int attempt) {
        await().atMost(30, SECONDS).until(() -> data.job(job).attempts == attempt);
        awaitWaiting();
    }

    private void kill() throws SQLException {
        try (Connection connection = data.connectAsApplication()) {
            connection.createStatement().execute("select pg_terminate_backend(pid) " + WAITING);
        }
    }

    private long figures(String period) throws SQLException {
        return data.count("select count(*) from figure join report on id = report where regime = 'CCHC' and period = '%s'"
                .formatted(period));
    }

    /** The entries of the audit trail about the import, one for each report. */
    private long entries(UUID job) throws SQLException {
        long reports = data
                .count("select count(distinct resource_id) from audit_entry where reason = 'Import %s'".formatted(job));
        assertThat(data.count("select count(*) from audit_entry where reason = 'Import %s'".formatted(job))).isEqualTo(reports);
        return reports;
    }
}
