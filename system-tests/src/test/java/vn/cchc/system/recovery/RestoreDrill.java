package vn.cchc.system.recovery;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import vn.cchc.system.faults.Workload;
import vn.cchc.system.stack.RunningStack;

/**
 * {@code ./mvnw verify -Pdrills}: rows are deleted by accident, and the databases are restored to the time before, into an
 * empty cluster. Kafka still has the events of the time between, which no owner knows any more.
 */
class RestoreDrill {

    private static final List<String> SERVICES = List.of("targets", "reporting", "survey");

    private final Steps steps = new Steps("Restore");

    @TempDir
    Path folder;

    private BaseBackup backup;
    private String time;
    private String scoreboards;

    @Test
    void theScoreboardOfTheTimeIsEqualToTheByte() throws Exception {
        Path before = Files.createTempDirectory(folder, "before");
        Path after = Files.createTempDirectory(folder, "after");
        try (RunningStack stack = RunningStack.startIn(before)) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            writeAndBackUp(stack, before);
            haveAnAccident(stack);
            steps.time("everything stopped", stack::stop);

            Files.move(before.resolve("kafka"), after.resolve("kafka"));
        }
        steps.time("all steps", () -> {
            steps.time("base backup copied into an empty cluster", () -> backup.restore(after.resolve("postgres"), time));
            recoverInfrastructure(after);
            recover(after);
        });
    }

    private void writeAndBackUp(RunningStack stack, Path home) throws Exception {
        Path archive = Files.createDirectory(folder.resolve("archive"));
        try (Connection superuser = stack.superuser()) {
            BaseBackup.enableArchive(superuser, archive);
        }
        stack.kill("postgres");
        Workload workload = new Workload(stack);
        workload.report(1);
        workload.survey(0);
        workload.awaitApplied();
        steps.time("base backup", () -> {
            try (Connection superuser = stack.superuser()) {
                backup = BaseBackup.take(superuser, home.resolve("postgres"), folder.resolve("backup"), archive);
            }
        });
        workload.report(2);
        workload.survey(1);
        workload.awaitApplied();
        scoreboards = workload.scoreboards();
        try (Connection superuser = stack.superuser()) {
            time = text(superuser, "select clock_timestamp()::text");
        }
    }

    /** Reports are accepted and on the scoreboard; then somebody deletes rows. */
    private void haveAnAccident(RunningStack stack) throws Exception {
        Workload workload = new Workload(stack);
        workload.report(3);
        workload.awaitApplied();
        assertThat(workload.scoreboards()).isNotEqualTo(scoreboards);
        try (Connection reporting = stack.database("reporting"); Connection targets = stack.database("targets")) {
            reporting.createStatement().executeUpdate("delete from figure");
            targets.createStatement().executeUpdate("delete from unit_contribution");
        }
        try (Connection superuser = stack.superuser()) {
            String last = text(superuser, "select pg_walfile_name(pg_switch_wal())");
            await("the archive").atMost(1, MINUTES)
                    .until(() -> Files.exists(backup.archive().resolve(last)));
        }
    }

    private void recoverInfrastructure(Path home) throws Exception {
        RunningStack[] started = new RunningStack[1];
        steps.time("PostgreSQL recovered to " + time + ", Kafka started",
                () -> started[0] = RunningStack.infrastructureIn(home));
        steps.time("topics deleted", () -> deleteTopics(started[0]));
        started[0].stop();
    }

    private void recover(Path home) throws Exception {
        RunningStack[] started = new RunningStack[1];
        steps.time("services started", () -> started[0] = RunningStack.startIn(home));
        try (RunningStack stack = started[0]) {
            System.setProperty("cchc.identity.url", stack.address("identity"));
            Workload workload = new Workload(stack);
            steps.time("history published again", () -> {
                steps.say(workload.republish() + " events are published again");
                workload.awaitApplied();
            });
            steps.time("read models rebuilt", () -> SERVICES
                    .forEach(service -> assertThat(workload.rebuild(service).json().getString("state")).isEqualTo("DONE")));

            assertThat(workload.scoreboards()).isEqualTo(scoreboards);
            steps.say("scoreboard: equal");
        }
    }

    private static void deleteTopics(RunningStack stack) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.address("kafka").replace("http://", "")))) {
            Set<String> topics = admin.listTopics().names().get().stream().filter(name -> name.startsWith("cchc."))
                    .collect(Collectors.toSet());
            admin.deleteTopics(topics).all().get();
        }
    }

    private static String text(Connection connection, String query) throws SQLException {
        try (ResultSet row = connection.createStatement().executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
