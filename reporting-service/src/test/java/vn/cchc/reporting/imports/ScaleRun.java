package vn.cchc.reporting.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

/**
 * Five years of 2,000 units with 20 indicators, four times a year, through the import; then the first and the 1,000th page. And
 * the timeliness of all 53,000 schools of the country, and exports of a million figures.
 */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ScaleRun {

    private static final int UNITS = Integer.getInteger("cchc.units", 2_000);
    private static final int INDICATORS = 20;
    private static final int YEARS = 5;
    private static final List<String> PERIODS = List.of("Q1", "H1", "Q3", "");
    private static final int PAGE = UNITS * YEARS * 4 / 1_000;
    private static final int TIMES = 41;

    @Inject
    ScaleData data;

    @Test
    void fiveYearsLoadAndTheThousandthPageCostsAtMostTwiceTheFirst() throws Exception {
        data.prepare(UNITS, INDICATORS);
        long begin = System.nanoTime();
        for (int year = 0; year < YEARS; year++) {
            for (String period : PERIODS) {
                byte[] file = ScaleData.csv(UNITS, INDICATORS, year * 7 + period.length());
                data.awaitDone(data.start((2066 + year) + period, ImportMode.ALL_OR_NOTHING, UNITS, file));
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;
        long figures = data.count("select count(*) from figure");
        assertThat(figures).isEqualTo((long) UNITS * INDICATORS * YEARS * PERIODS.size());
        say("%,d figures imported in %.1f s: %,.0f a second", figures, took, figures / took);
        data.sql("vacuum analyze");

        String last = "&cursor=" + cursorOfPage(1_000);
        List<Double> first = new ArrayList<>();
        List<Double> thousandth = new ArrayList<>();
        for (int i = -5; i < TIMES; i++) {
            double one = milliseconds("");
            double other = milliseconds(last);
            if (i >= 0) {
                first.add(one);
                thousandth.add(other);
            }
        }
        say("pages of %d reports, medians of %d calls by turns: page 1 %.2f ms, page 1,000 %.2f ms", PAGE, TIMES, median(first),
                median(thousandth));
        assertThat(median(thousandth)).isLessThanOrEqualTo(2 * median(first));
    }

    @Test
    void aPageOfTheTimelinessOf53000UnitsCostsAtMostTwiceAsMuchAsOf2000() throws SQLException {
        data.prepareYear("SCALE-MANY", 53_000);
        data.prepareYear("SCALE-FEW", 2_000);
        data.sql("vacuum analyze");
        List<Double> many = new ArrayList<>();
        List<Double> few = new ArrayList<>();
        for (int i = -10; i < TIMES; i++) {
            double one = timeliness("SCALE-MANY", "&groupBy=UNIT&limit=50", 50);
            double other = timeliness("SCALE-FEW", "&groupBy=UNIT&limit=50", 50);
            if (i >= 0) {
                many.add(one);
                few.add(other);
            }
        }
        say("timeliness of a year, pages of 50 units, medians of %d calls by turns: 53,000 units %.2f ms, 2,000 units %.2f ms",
                TIMES, median(many), median(few));
        for (String query : List.of("", "&groupBy=PARENT", "&parent=SGDDT", "&parent=SGDDT&groupBy=UNIT")) {
            say("timeliness of a year of 53,000 units, %s: %.0f ms", query.isEmpty() ? "by period" : query,
                    timeliness("SCALE-MANY", query, 0));
        }
        assertThat(median(many)).isLessThanOrEqualTo(2 * median(few));
    }

    /** The service runs in the JVM of the test. A heap that grew by as little as 18 bytes with each row would show. */
    @ParameterizedTest
    @ValueSource(strings = { "csv", "xlsx" })
    void aMillionFiguresAreExportedInConstantMemory(String format) throws Exception {
        String regime = "SCALE-" + format.toUpperCase(Locale.ROOT);
        data.prepareAccepted(regime, 1_000_000);
        var uri = URI
                .create("http://localhost:" + RestAssured.port + "/api/v1/exports/figures." + format + "?regime=" + regime);
        var request = HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + Tokens.of("viewer")).build();
        SortedMap<Integer, Long> heap = new TreeMap<>();
        long begin = System.nanoTime();
        int rows = 0;
        try (var rowEnds = RowEnds.of(format,
                HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body())) {
            while (rowEnds.next()) {
                if (++rows % 100_000 == 0) {
                    heap.put(rows, usedHeapAfterCollection());
                }
            }
        }
        double took = (System.nanoTime() - begin) / 1e9;

        assertThat(rows).isEqualTo(1_000_001);
        say("1,000,000 figures exported as %s in %.1f s; MB of heap after a collection, by rows: %s", format, took,
                heap.entrySet().stream().map(each -> "%,d: %.1f".formatted(each.getKey(), each.getValue() / 1e6)).toList());
        assertThat(heap.get(1_000_000)).isLessThan(heap.get(100_000) + 18 * 900_000);
    }

    private static long usedHeapAfterCollection() {
        var memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static double timeliness(String regime, String query, int atLeast) {
        var request = RestAssured.given().auth().oauth2(Tokens.of("reviewer"));
        long begin = System.nanoTime();
        Response page = request.get("/api/v1/timeliness?year=2025&regime=" + regime + query);
        double took = (System.nanoTime() - begin) / 1e6;
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("items")).hasSizeGreaterThanOrEqualTo(atLeast);
        return took;
    }

    private String cursorOfPage(int page) throws SQLException {
        try (Connection connection = data.connect();
                ResultSet row = connection.createStatement().executeQuery(
                        "select id from report order by id offset %d limit 1".formatted(PAGE * (page - 1) - 1))) {
            row.next();
            return Base64.getUrlEncoder().withoutPadding().encodeToString(row.getString(1).getBytes(UTF_8));
        }
    }

    private static double milliseconds(String cursor) {
        var request = RestAssured.given().auth().oauth2(Tokens.of("reviewer"));
        long begin = System.nanoTime();
        Response page = request.get("/api/v1/reports?limit=" + PAGE + cursor);
        double took = (System.nanoTime() - begin) / 1e6;
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.jsonPath().getList("items")).hasSize(PAGE);
        return took;
    }

    private static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private static void say(String text, Object... values) {
        System.out.println("scale: " + text.formatted(values));
    }
}
