package vn.cchc.system.recovery;

import static java.util.concurrent.TimeUnit.MINUTES;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.vertx.core.json.JsonObject;
import vn.cchc.local.Tokens;
import vn.cchc.system.stack.RunningStack;

/**
 * {@code ./mvnw verify -Pdrills -Dit.test=ImportKillDrill}: reporting-service is killed in the middle of an import, and starts
 * again. It prints the numbers of docs/imports.md.
 */
class ImportKillDrill {

    private static final int UNITS = 300;
    private static final int BATCH_UNITS = 10;
    private static final Map<String, String> SMALL_BATCHES = Map.of("CCHC_IMPORTS_BATCH_UNITS", String.valueOf(BATCH_UNITS),
            "CCHC_IMPORTS_LEASE", "PT5S");

    private final Steps steps = new Steps("Import");
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private RunningStack stack;
    private Connection reporting;
    private String token;
    private List<String> indicators;

    @Test
    void aKilledImportLeavesWhatItSaysAndEndsAfterTheRestart() throws Exception {
        try (RunningStack started = RunningStack.start(SMALL_BATCHES); Connection opened = started.database("reporting")) {
            stack = started;
            reporting = opened;
            System.setProperty("cchc.identity.url", stack.address("identity"));
            prepare();
            token = Tokens.with("one-stop-system", Map.of("unit", unit(0), "units",
                    IntStream.range(0, UNITS).mapToObj(ImportKillDrill::unit).toList()));

            killInTheMiddle("ALL_OR_NOTHING", "2024");
            killInTheMiddle("ROW_BY_ROW", "2023");
        }
    }

    private void killInTheMiddle(String mode, String period) throws Exception {
        String file = file();
        int rows = UNITS * indicators.size();
        String job = post(mode, period, file, 202).getString("id");
        await("a third of " + mode).pollInSameThread().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(2))
                .atMost(1, MINUTES).until(() -> number("processed", job) >= rows / 3);
        kill();

        int processed = number("processed", job);
        List<String> entered = entered(period);
        assertThat(processed).as("killed in the middle").isBetween(rows / 3, rows - 1);
        assertThat(entered).hasSize(number("figures_changed", job));
        if (mode.equals("ALL_OR_NOTHING")) {
            assertThat(entered).isEmpty();
        } else {
            assertThat(entered).containsExactlyElementsOf(expected().subList(0, processed));
        }
        steps.say("%s killed after %,d of %,d rows: %,d figures are stored".formatted(mode, processed, rows, entered.size()));
        steps.time(mode + " ended after the kill",
                () -> await("the end of " + mode).atMost(3, MINUTES).until(() -> text("state", job).equals("DONE")));

        assertThat(entered(period)).containsExactlyElementsOf(expected());
        assertThat(number("attempts", job)).isEqualTo(2);
        assertThat(number("processed", job)).isEqualTo(rows);
        assertThat(number("figures_changed", job)).isEqualTo(rows);
        assertThat(number("reports_created", job)).isEqualTo(UNITS);
        assertThat(count("select count(*) from audit_entry where reason = 'Import %s'".formatted(job))).isEqualTo(UNITS);
        repeat(mode, period, file, job);
    }

    /** The same request has the same import; as another import, the file changes nothing. */
    private void repeat(String mode, String period, String file, String job) throws Exception {
        assertThat(post(mode, period, file, 200).getString("id")).isEqualTo(job);
        String again = post(mode, period, file + "\n", 202).getString("id");
        await("the repetition").atMost(2, MINUTES).until(() -> text("state", again).equals("DONE"));
        assertThat(number("figures_changed", again)).isZero();
        assertThat(number("figures_unchanged", again)).isEqualTo(UNITS * indicators.size());
        steps.say("%s repeated: %,d figures changed".formatted(mode, number("figures_changed", again)));
    }

    /** Units that report every flow; by hand, because thousands of calls would take longer than the drill. */
    private void prepare() throws Exception {
        await("the indicators").atMost(2, MINUTES).until(() -> count("select count(*) from indicator") > 20);
        update("""
                insert into unit (code, name, name_en, type, parent, reporting_parent, version)
                select 'K' || lpad(n::text, 3, '0'), 'Trường ' || n, 'School ' || n, 'SERVICE_UNIT', 'SGDDT', 'SGDDT', 1
                from generate_series(0, %d) n""".formatted(UNITS - 1));
        update("""
                update indicator set definition = jsonb_set(definition, '{assignments}', (definition -> 'assignments') || (
                select jsonb_agg(jsonb_build_object('unit', 'K' || lpad(n::text, 3, '0'), 'lead', true, 'from', null, 'to', null))
                from generate_series(0, %d) n)) where time_basis = 'FLOW' and type <> 'SURVEY'"""
                .formatted(UNITS - 1));
        indicators = texts("select code from indicator where time_basis = 'FLOW' and type <> 'SURVEY' order by code");
    }

    private static String unit(int number) {
        return "K%03d".formatted(number);
    }

    private String file() {
        StringBuilder file = new StringBuilder("unit,indicator,numerator,denominator,rating,statement\n");
        for (String row : expected()) {
            file.append(row).append(",,\n");
        }
        return file.toString();
    }

    private List<String> expected() {
        List<String> rows = new ArrayList<>();
        for (int unit = 0; unit < UNITS; unit++) {
            for (int indicator = 0; indicator < indicators.size(); indicator++) {
                rows.add("%s,%s,%d,%d".formatted(unit(unit), indicators.get(indicator), unit, 1000 + indicator));
            }
        }
        return rows;
    }

    private List<String> entered(String period) throws SQLException {
        return texts("""
                select unit || ',' || indicator || ',' || numerator || ',' || denominator from figure
                join report on id = report where period = '%s' and unit like 'K___' order by unit, indicator"""
                .formatted(period));
    }

    private JsonObject post(String mode, String period, String file, int status) throws Exception {
        HttpRequest request = HttpRequest
                .newBuilder(URI
                        .create(stack.address("gateway") + "/api/v1/imports?locale=en-US&period=" + period + "&mode=" + mode))
                .header("Authorization", "Bearer " + token).header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(file)).build();
        HttpResponse<String> reply = await("the gateway").atMost(2, MINUTES)
                .until(() -> http.send(request, BodyHandlers.ofString()), received -> received.statusCode() < 500);
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(status);
        return new JsonObject(reply.body());
    }

    private void kill() throws SQLException {
        String sessions = String.join(",", texts("select pid from pg_stat_activity where usename = 'reporting'"));
        stack.kill("reporting-service");
        // The database may need a moment to end the transaction of a client that is gone.
        await("the end of its sessions").atMost(30, SECONDS).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(20))
                .until(() -> count("select count(*) from pg_stat_activity where pid in (%s)".formatted(sessions)) == 0);
    }

    private int number(String column, String job) throws SQLException {
        return Integer.parseInt(text(column, job));
    }

    private String text(String column, String job) throws SQLException {
        return texts("select %s from figure_import where id = '%s'".formatted(column, job)).get(0);
    }

    private long count(String query) throws SQLException {
        return Long.parseLong(texts(query).get(0));
    }

    private List<String> texts(String query) throws SQLException {
        List<String> found = new ArrayList<>();
        try (ResultSet row = reporting.createStatement().executeQuery(query)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }

    private void update(String statement) throws SQLException {
        reporting.createStatement().executeUpdate(statement);
    }
}
