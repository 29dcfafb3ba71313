package vn.cchc.reporting.imports;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;

/**
 * An import against a plain COPY of the same rows into the same table with its constraints. The import receives the
 * file, checks every row, creates the reports, and writes the audit trail and the outbox; the COPY finds the reports
 * there. Both by turns, so that a busy machine slows both.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ImportBenchmark {

    private static final int UNITS = Integer.getInteger("cchc.units", 5_000);
    private static final int INDICATORS = 20;
    private static final int ROUNDS = Integer.getInteger("cchc.rounds", 5);
    private static final double MIN_RATIO = 0.2;
    private static final String FIGURES = "select * from figure where report = any (array(select id from report where period = '%s'))";

    @Inject
    ScaleData data;

    @Test
    void anImportRunsAtAFifthOfACopyOrMore() throws Exception {
        data.prepare(UNITS, INDICATORS);
        List<Double> imports = new ArrayList<>();
        List<Double> copies = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            String period = (2066 + round) + "Q3";
            double imported = anImport(period, round);
            double copied = aCopy(period);
            say("round %d: import %,.0f figures a second, COPY %,.0f", round, figures() / imported, figures() / copied);
            // The first round warms both up.
            if (round >= 0) {
                imports.add(imported);
                copies.add(copied);
            }
        }
        double ratio = median(copies) / median(imports);
        say("%,d figures, medians of %d rounds: import %.2f s, %,.0f a second; COPY %.2f s, %,.0f a second; ratio %.2f",
                figures(),
                ROUNDS, median(imports), figures() / median(imports), median(copies), figures() / median(copies), ratio);
        assertThat(ratio).isGreaterThanOrEqualTo(MIN_RATIO);
    }

    private double anImport(String period, int seed) throws Exception {
        byte[] file = ScaleData.csv(UNITS, INDICATORS, seed + 1);
        long begin = System.nanoTime();
        data.awaitDone(data.start(period, ImportMode.ALL_OR_NOTHING, UNITS, file));
        double took = seconds(begin);
        assertThat(data.count("select count(*) from (%s) f".formatted(FIGURES.formatted(period)))).isEqualTo(figures());
        return took;
    }

    private double aCopy(String period) throws Exception {
        awaitQuiet();
        try (Connection connection = data.connectAsApplication()) {
            var copy = connection.unwrap(PGConnection.class).getCopyAPI();
            var rows = new ByteArrayOutputStream();
            copy.copyOut("copy (%s) to stdout".formatted(FIGURES.formatted(period)), rows);
            connection.createStatement().execute(
                    "delete from figure where report = any (array(select id from report where period = '%s'))"
                            .formatted(period));
            long begin = System.nanoTime();
            long copied = copy.copyIn("copy figure from stdin", new ByteArrayInputStream(rows.toByteArray()));
            double took = seconds(begin);
            assertThat(copied).isEqualTo(figures());
            return took;
        }
    }

    /** The import's events are published and its entries sealed in the background, which would slow the COPY. */
    private void awaitQuiet() {
        await().atMost(5, MINUTES).until(() -> data.count("select count(*) from outbox") == 0 && data.count("""
                select count(*) from audit_entry e where not exists (select 1 from audit_seal s where s.entry = e.id)""") == 0);
    }

    private static int figures() {
        return UNITS * INDICATORS;
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String text, Object... values) {
        System.out.println("benchmark: " + text.formatted(values));
    }
}
