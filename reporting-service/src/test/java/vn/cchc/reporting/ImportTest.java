package vn.cchc.reporting;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import jakarta.inject.Inject;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import vn.cchc.local.LocalStackTestResource;
import vn.cchc.local.Tokens;

@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class ImportTest {

    private static final String CSV = "text/csv";
    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String HEADER = "unit,indicator,numerator,denominator,rating,statement\n";
    private static final String VALID = HEADER + "TCCB,CT90,17,20,,\nTCCB,CT91,,,Đạt,\"Đã ban hành, công khai\"\n";

    @Inject
    ReportFixture reports;

    @BeforeEach
    void publishIndicators() {
        reports.publishIndicators();
    }

    @Test
    void theTemplateComesBackFilledInAndIsTheSameOnceMore() {
        String template = as("tccb-reporter").get("/api/v1/imports/template.csv?period=2061Q1").then().statusCode(200)
                .header("Content-Disposition", equalTo("attachment; filename=\"figures-CCHC-2061Q1.csv\"")).extract()
                .asString();
        assertThat(template).startsWith("\uFEFF#cchc;locale=vi-VN;period=2061Q1;regime=CCHC;version=1\r\n")
                .contains("TCCB;Phòng Tổ chức cán bộ;CT90;Định lượng;;;;\r\n");

        String filled = template.lines().map(line -> line.contains(";CT90;") ? line.replaceFirst(";;;;?$", ";1.017;1.020;;")
                : line.contains(";CT91;") ? line.replaceFirst(";;;;?$", ";;;Đạt một phần;=Bảng 1") : line)
                .reduce("", (all, line) -> all + line + "\r\n");
        done("2061Q1", "", CSV, filled.getBytes(UTF_8)).body("state", equalTo("DONE")).body("reportsCreated", equalTo(1))
                .body("figuresChanged", equalTo(2)).body("percent", equalTo(100)).body("conflicts.items", empty());

        report("2061Q1").body("figures.find { it.indicator == 'CT90' }.numerator", equalTo(1017))
                .body("figures.find { it.indicator == 'CT90' }.denominator", equalTo(1020))
                .body("figures.find { it.indicator == 'CT91' }.rating", equalTo("PARTLY_ACHIEVED"))
                .body("figures.find { it.indicator == 'CT91' }.statement", equalTo("=Bảng 1"))
                .body("figures.find { it.indicator == 'CT90' }.enteredBy", equalTo("tccb-reporter"));
        byte[] again = as("tccb-reporter").get("/api/v1/imports/template.xlsx?period=2061Q1").then().statusCode(200).extract()
                .asByteArray();
        done("2061Q1", "", XLSX, again).body("state", equalTo("DONE")).body("reportsCreated", equalTo(0))
                .body("figuresChanged", equalTo(0)).body("figuresUnchanged", equalTo(2));
    }

    @Test
    void theTemplateLocksAllButTheCellsOfTheFigures() throws IOException {
        byte[] file = as("tccb-reporter").get("/api/v1/imports/template.xlsx?period=2061Q1&unit=TCCB").then().statusCode(200)
                .extract().asByteArray();

        String sheet = part(file, "xl/worksheets/sheet1.xml");
        String styles = part(file, "xl/styles.xml");
        assertThat(sheet).contains("<sheetProtection ").contains("<c r=\"A2\" t=").contains("<c r=\"E2\" s=\"2\"");
        assertThat(styles).contains("<protection locked=\"false\" />");
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(workbook.findSheet("#cchc").orElseThrow().getVisibility()).isEqualTo(SheetVisibility.VERY_HIDDEN);
            assertThat(workbook.getFirstSheet().read().get(0).getCellText(2)).isEqualTo("Mã chỉ số");
        }
        as("tccb-reporter").get("/api/v1/imports/template.xlsx?period=2061Q1&unit=VP").then().statusCode(403);
        as("tccb-reporter").get("/api/v1/imports/template.xlsx").then().statusCode(400);
        as("tccb-reporter").get("/api/v1/imports/template.csv?period=2061Q7").then().statusCode(422);
    }

    @Test
    void everyConflictIsNamedByItsCellInBothLanguagesAndNothingIsImported() {
        done("2062Q1", "", CSV, HEADER + "TCCB,CT90,\"1,234.5\",\"8,5\",,\n" + "TCCB,CT91,3,,Tuyệt vời,\n" + "VP,CT90,1,2,,\n"
                + "TCCB,CT77,1,2,,\n" + "TCCB,CT90,21,20,,\n" + "TCCB,CT90,1,2,,\n" + ",CT90,1,2,,\n" + "TCCB,CT91,,,,\n"
                + "TCCB,CT90,-3,,,\n")
                .body("state", equalTo("REFUSED")).body("reportsCreated", equalTo(0)).body("figuresChanged", equalTo(0))
                .body("total", equalTo(9)).body("rowsRefused", equalTo(8))
                .body("conflicts.items.collect { it.cell + ' ' + it.code }",
                        containsInAnyOrder("C2 number-format", "D2 not-a-whole-number", "E3 unknown-rating",
                                "C3 count-for-rating", "F3 statement-missing", "A4 foreign-unit", "B5 not-required",
                                "C6 numerator-above-denominator", "B6 repeated-figure", "B7 repeated-figure", "A8 cell-empty",
                                "C10 negative", "D10 count-missing", "B10 repeated-figure"))
                .body("conflicts.items[0].sheet", nullValue())
                .body("conflicts.items[0].detail",
                        equalTo("\"1,234.5\" không phải là số viết theo quy ước vi-VN (vi-VN: 1.234,5; en-US: 1,234.5)."))
                .body("conflicts.items[0].detailEn", startsWith("\"1,234.5\" is no number as vi-VN writes it"));

        assertThat(reports.selectLong("select count(*) from report where period = '2062Q1'")).isZero();
    }

    @Test
    void rowByRowImportsTheRowsWithoutConflict() {
        String file = HEADER + "TCCB,CT90,21,20,,\nTCCB,CT91,,,ACHIEVED,Đạt\n";

        done("2062H1", "&mode=ROW_BY_ROW", CSV, file).body("state", equalTo("DONE")).body("figuresChanged", equalTo(1))
                .body("rowsRefused", equalTo(1)).body("conflicts.items.cell", contains("C2"));

        report("2062H1").body("figures.find { it.indicator == 'CT91' }.statement", equalTo("Đạt"))
                .body("figures.find { it.indicator == 'CT90' }.numerator", nullValue());
    }

    @Test
    void aDryRunTellsWhatWouldHappenAndChangesNothing() {
        done("2062Q3", "&dryRun=true", CSV, VALID).body("state", equalTo("DONE")).body("reportsCreated", equalTo(1))
                .body("figuresChanged", equalTo(2));

        assertThat(reports.selectLong("select count(*) from report where period = '2062Q3'")).isZero();
    }

    @Test
    void theDraftsAndFiguresOfAnImportLookLikeThoseEnteredByHand() {
        String id = done("2063Q1", "", CSV, VALID).body("state", equalTo("DONE")).extract().path("id");

        String report = report("2063Q1").body("state", equalTo("DRAFT")).extract().path("id");
        as("tccb-reporter").get("/api/v1/reports/{id}/history", report).then().body("items.action", contains("CREATE"))
                .body("items.by", contains("tccb-reporter"));
        assertThat(reports.selectLong("select count(*) from report_contributor where subject = 'tccb-reporter' and report = '"
                + report + "'")).isOne();
        assertThat(reports.selectLong(
                """
                        select count(*) from audit_entry where resource = 'report' and action = 'CREATE' and actor = 'tccb-reporter'
                        and unit = 'TCCB' and reason = 'Import %s' and changes like '%%"/figures/CT90/numerator"%%' and resource_id = '%s'
                        """
                        .formatted(id, report)))
                .isOne();
        org.awaitility.Awaitility.await().atMost(10, SECONDS).until(() -> reports.selectLong(
                """
                        select count(*) from published_event where type = 'vn.cchc.ReportStatusChanged' and key = 'CCHC|2063Q1|TCCB'""") == 1);

        done("2063Q1", "", CSV, HEADER + "TCCB,CT90,18,20,,\n").body("figuresChanged", equalTo(1));
        assertThat(reports.selectLong("""
                select count(*) from audit_entry where resource_id = '%s' and action = 'ENTER_FIGURES'
                and changes like '%%{"after":18,"before":17,"field":"/figures/CT90/numerator"}%%'"""
                .formatted(report))).isOne();
        as("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(428);
        ReportFixture.as("tccb-head").post("/api/v1/reports/{id}/handover", report).then().statusCode(200);
        done("2063Q1", "", CSV, HEADER + "TCCB,CT90,19,20,,\n").body("state", equalTo("REFUSED"))
                .body("conflicts.items.collect { it.cell + ' ' + it.code }", contains("A2 not-editable"));
    }

    @Test
    void afterAReturnOnlyTheReopenedFiguresCanBeImported() {
        String report = ReportFixture.as("tccb-reporter").body(Map.of("period", "2023Q3", "unit", "TCCB"))
                .post("/api/v1/reports").then().statusCode(201).extract().path("id");
        done("2023Q3", "", CSV, VALID).body("state", equalTo("DONE"));
        ReportFixture.as("tccb-head").post("/api/v1/reports/{id}/submission", report).then().statusCode(200);
        ReportFixture.as("reviewer").body(Map.of("reasonCode", "WRONG_FIGURE", "reason", "Sai", "reopened",
                List.of("figures/CT90"))).post("/api/v1/reports/{id}/return", report).then().statusCode(200);

        done("2023Q3", "", CSV, HEADER + "TCCB,CT90,18,20,,\nTCCB,CT91,,,Đạt,Khác\n").body("state", equalTo("REFUSED"))
                .body("conflicts.items.collect { it.cell + ' ' + it.code }", contains("B3 field-locked"));
        done("2023Q3", "", CSV, VALID.replace("17", "18")).body("state", equalTo("DONE")).body("figuresChanged", equalTo(1));
    }

    @Test
    void theSameFileIsImportedOnce() {
        String first = start("2063H1", "", CSV, VALID.getBytes(UTF_8)).statusCode(202)
                .header("Location", startsWith("/api/v1/imports/")).extract().path("id");
        await(first);

        start("2063H1", "", CSV, VALID.getBytes(UTF_8)).statusCode(200).body("id", equalTo(first))
                .header("Location", containsString(first));
        start("2063H1", "&mode=ROW_BY_ROW", CSV, VALID.getBytes(UTF_8)).statusCode(202);
        as("tccb-reporter").get("/api/v1/imports?limit=200").then().statusCode(200).body("items.id", hasItem(first));
        as("vp-reporter").get("/api/v1/imports/{id}", first).then().statusCode(404);
        as("reviewer").get("/api/v1/imports/{id}", first).then().statusCode(403);
        start("2063Q7", "", CSV, VALID.getBytes(UTF_8)).statusCode(422).body("errors.code", contains("invalid-period"));
        assertThat(reports.selectLong("""
                select count(*) from upload_chunk where upload not in (select upload from figure_import
                where state in ('QUEUED', 'RUNNING'))""")).isZero();
    }

    @Test
    void numbersAreReadByTheDeclaredLocale() throws IOException {
        done("2063Q3", "&locale=en-US", CSV, HEADER + "TCCB,CT90,\"1,017\",\"1,020.0\",,\n").body("state", equalTo("DONE"));
        report("2063Q3").body("figures.find { it.indicator == 'CT90' }.numerator", equalTo(1017));
        done("2063Q3", "&locale=en-US", CSV, HEADER + "TCCB,CT90,1.017,1.020,,\n").body("conflicts.items.code",
                contains("not-a-whole-number", "not-a-whole-number"));

        done("2063Q3", "", XLSX, workbook(sheet -> {
            sheet.value(1, 2, 18);
            sheet.value(1, 3, "1.021");
        })).body("state", equalTo("DONE"));
        report("2063Q3").body("figures.find { it.indicator == 'CT90' }.numerator", equalTo(18))
                .body("figures.find { it.indicator == 'CT90' }.denominator", equalTo(1021));
        done("2063Q3", "", XLSX, workbook(sheet -> {
            sheet.value(1, 2, 18.5);
            sheet.value(1, 3, "1,021.5");
        })).body("conflicts.items.collect { it.sheet + '!' + it.cell + ' ' + it.code }",
                contains("S!C2 not-a-whole-number", "S!D2 number-format"));
    }

    @Test
    void aFileThatIsNoTableOrABombIsRefusedBeforeItCostsMemory() throws IOException {
        byte[] good = workbook(sheet -> sheet.value(1, 2, 1));
        for (byte[] file : List.of("no workbook".getBytes(UTF_8), with(good, "docProps/x.bin", new byte[40 * 1024 * 1024]),
                with(good, "xl/worksheets/sheet1.xml",
                        """
                                <!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>
                                <worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row></sheetData></worksheet>
                                """
                                .getBytes(UTF_8)),
                with(good, "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row></sheetData></worksheet>"
                                .getBytes(UTF_8)),
                with(good, "xl/worksheets/sheet1.xml",
                        ("<worksheet><sheetData><row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>" + "x".repeat(100_001)
                                + "</t></is></c></row></sheetData></worksheet>").getBytes(UTF_8)))) {
            done("2064Q1", "", XLSX, file).body("state", equalTo("REFUSED")).body("conflicts.items.code",
                    contains("unreadable-file"));
        }
        done("2064Q1", "", CSV, HEADER + ",".repeat(1_001)).body("conflicts.items.code", contains("unreadable-file"));
        done("2064Q1", "", CSV, "unit,school\nA,B\n").body("conflicts.items.code", hasItem("unknown-column"))
                .body("conflicts.items.code", hasItem("column-missing"));
        done("2064Q1", "", CSV, "#cchc,period=2064H1\n" + VALID).body("conflicts.items.code", contains("other-template"));
        start("2064Q1", "", "application/json", "{}".getBytes(UTF_8)).statusCode(415);
        start("2064Q1", "", CSV, new byte[] { 'a', (byte) 0xFF }).statusCode(400).body("code", equalTo("not-utf-8"))
                .body("errors.detail", contains(containsString("CSV UTF-8")));
        start("2064Q1", "", CSV, "x".repeat(10 * 1024 * 1024 + 1).getBytes(UTF_8)).statusCode(413);
    }

    private ValidatableResponse done(String period, String query, String type, String file) {
        return done(period, query, type, file.getBytes(UTF_8));
    }

    private ValidatableResponse done(String period, String query, String type, byte[] file) {
        return await(start(period, query, type, file).statusCode(202).extract().path("id"));
    }

    private static ValidatableResponse start(String period, String query, String type, byte[] file) {
        return as("tccb-reporter").contentType(type).body(file).post("/api/v1/imports?period=" + period + query).then();
    }

    private static ValidatableResponse await(String id) {
        org.awaitility.Awaitility.await().atMost(30, SECONDS).until(() -> !Set.of("QUEUED", "RUNNING")
                .contains(as("tccb-reporter").get("/api/v1/imports/{id}", id).then().extract().path("state")));
        return as("tccb-reporter").get("/api/v1/imports/{id}?limit=200", id).then().statusCode(200);
    }

    private static ValidatableResponse report(String period) {
        Map<String, ?> found = as("tccb-reporter").get("/api/v1/reports?unit=TCCB&period=" + period).then().extract()
                .path("items[0]");
        return as("tccb-reporter").get("/api/v1/reports/{id}", found.get("id")).then().statusCode(200);
    }

    private static byte[] workbook(Consumer<Worksheet> cells) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("S");
            String[] header = HEADER.strip().split(",");
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            sheet.value(1, 0, "TCCB");
            sheet.value(1, 1, "CT90");
            cells.accept(sheet);
        }
        return bytes.toByteArray();
    }

    /** The workbook with one part replaced or added. */
    private static byte[] with(byte[] workbook, String name, byte[] content) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (ZipFile parts = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get();
                var zip = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                if (!part.getName().equals(name)) {
                    zip.putNextEntry(new ZipEntry(part.getName()));
                    parts.getInputStream(part).transferTo(zip);
                }
            }
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    static String part(byte[] workbook, String name) throws IOException {
        try (ZipFile parts = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(workbook)).get()) {
            return new String(parts.getInputStream(parts.getEntry(name)).readAllBytes(), UTF_8);
        }
    }

    private static RequestSpecification as(String persona) {
        return RestAssured.given().config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))).auth()
                .oauth2(Tokens.of(persona));
    }
}
