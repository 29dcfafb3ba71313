package vn.cchc.reporting.unit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
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
import vn.cchc.spreadsheet.SheetReader;

/** A thousand schools come as one file. */
@QuarkusTest
@QuarkusTestResource(value = LocalStackTestResource.class, initArgs = @ResourceArg(name = "database", value = "reporting"))
class UnitImportTest {

    private static final String HEADER = "code,name,nameEn,type,parent\n";

    @Test
    void aThousandSchoolsAreImportedOnceHoweverOftenTheFileIsSent() {
        String file = HEADER + "SCHOOL-0001,\"Trường số 1, cơ sở A\",School 1,SERVICE_UNIT,CLUSTER-01\n"
                + "CLUSTER-01,Cụm trường,Cluster of schools,OFFICE,SGDDT\n"
                + IntStream.rangeClosed(2, 999).mapToObj("SCHOOL-%04d,Trường,School,SERVICE_UNIT,SGDDT"::formatted)
                        .collect(Collectors.joining("\n"));

        csv("?dryRun=true", file).statusCode(200).body("dryRun", equalTo(true)).body("created", equalTo(1000));
        viewer("/api/v1/units/SCHOOL-0001").statusCode(404);
        csv("", file).statusCode(200).body("created", equalTo(1000)).body("unchanged", equalTo(0));
        csv("", file).statusCode(200).body("created", equalTo(0)).body("unchanged", equalTo(1000));

        viewer("/api/v1/units/SCHOOL-0001").statusCode(200).body("name", equalTo("Trường số 1, cơ sở A"))
                .body("parent", equalTo("CLUSTER-01")).body("version", equalTo(1));
        viewer("/api/v1/units/SCHOOL-0999").statusCode(200);
    }

    @Test
    void everyFaultOfTheFileIsNamedByRowAndColumnAndNothingIsCreated() {
        csv("", "code,name,nameEn,type,parent,validFrom,validTo\n" + "FAULT-1,Tốt,Good,OFFICE,SGDDT,,\n"
                + "x y,,Bad,SCHOOL,NOBODY,2025-02-30,\n" + "\n" + "FAULT-1,Hai,Two,OFFICE,NOBODY,2025-07-01,2025-06-30\n"
                + "FAULT-2,Ba,Three,OFFICE,NOBODY,,\n" + "VP,Khác,Other,OFFICE,SGDDT,,\n" + "FAULT-3,A,A,OFFICE,FAULT-4,,\n"
                + "FAULT-4,B,B,OFFICE,FAULT-3,,\n" + "FAULT-1,Tốt,Good,OFFICE,SGDDT,,\n").statusCode(422)
                .body("errors.pointer",
                        containsInAnyOrder("/3/code", "/3/name", "/3/type", "/3/validFrom", "/5/validTo", "/6/parent",
                                "/7/code",
                                "/8/parent", "/9/parent", "/10/code"))
                .body("errors.find { it.pointer == '/3/name' }.detail", equalTo("Giá trị của ô không được để trống."));

        viewer("/api/v1/units/FAULT-1").statusCode(404);
    }

    @Test
    void anExcelWorkbookIsReadLikeACsvFile() throws IOException {
        post("", SheetReader.XLSX, workbook("XLSX-1")).statusCode(200).body("created", equalTo(1));

        viewer("/api/v1/units/XLSX-1").body("name", equalTo("Trường trong tệp Excel")).body("validFrom", equalTo("2025-07-01"));
    }

    @Test
    void aFileThatIsNoTableIsRefused() throws IOException {
        csv("", "name,school\nA,B\n").statusCode(422).body("errors.pointer", hasItem("/1/school"))
                .body("errors.pointer", hasItem("/1/code"));
        post("", SheetReader.XLSX, "no workbook".getBytes(UTF_8)).statusCode(400).body("errors.code",
                contains("unreadable-file"));
        post("", SheetReader.XLSX, bomb()).statusCode(400).body("errors.code", contains("unreadable-file"));
        post("", "application/json", "[]".getBytes(UTF_8)).statusCode(415);
        post("", "text/csv; charset=ISO-8859-1", HEADER.getBytes(UTF_8)).statusCode(415);
        post("", SheetReader.CSV, new byte[] { 'c', (byte) 0xFF }).statusCode(400);
        csv("", HEADER + "MANY,a,b,OFFICE,\n".repeat(5_001)).statusCode(422).body("errors", hasSize(1))
                .body("errors.code", contains("too-many-rows"));
        csv("", "x".repeat(1024 * 1024 + 1)).statusCode(413);
    }

    @Test
    void onlyAnAdministratorImports() {
        as("reviewer").contentType("text/csv; charset=UTF-8").body(HEADER.getBytes(UTF_8)).post("/api/v1/units/import").then()
                .statusCode(403);
    }

    private static byte[] workbook(String code) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "test", "1.0")) {
            var sheet = workbook.newWorksheet("Đơn vị");
            String[] header = { "code", "name", "nameEn", "type", "parent", "validFrom" };
            String[] cells = { code, "Trường trong tệp Excel", "School of a workbook", "SERVICE_UNIT", "SGDDT" };
            for (int i = 0; i < header.length; i++) {
                sheet.value(0, i, header[i]);
            }
            for (int i = 0; i < cells.length; i++) {
                sheet.value(1, i, cells[i]);
            }
            sheet.value(1, 5, LocalDate.of(2025, 7, 1));
            sheet.style(1, 5).format("dd/MM/yyyy").set();
        }
        return bytes.toByteArray();
    }

    /** A valid workbook with 40 MB of zeros in 40 kB beside its sheet. */
    private static byte[] bomb() throws IOException {
        var bytes = new ByteArrayOutputStream();
        var workbook = new SeekableInMemoryByteChannel(workbook("BOMB"));
        try (ZipFile parts = ZipFile.builder().setSeekableByteChannel(workbook).get(); var zip = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                parts.getInputStream(part).transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry("docProps/custom.xml"));
            for (int i = 0; i < 40; i++) {
                zip.write(new byte[1024 * 1024]);
            }
        }
        return bytes.toByteArray();
    }

    private static ValidatableResponse csv(String query, String file) {
        return post(query, "text/csv; charset=UTF-8", file.getBytes(UTF_8));
    }

    private static ValidatableResponse post(String query, String type, byte[] file) {
        return as("admin").contentType(type).body(file).post("/api/v1/units/import" + query).then();
    }

    private static ValidatableResponse viewer(String path) {
        return as("viewer").get(path).then();
    }

    /** A workbook has no charset. */
    private static RequestSpecification as(String persona) {
        return RestAssured.given().config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))).auth()
                .oauth2(Tokens.of(persona));
    }
}
