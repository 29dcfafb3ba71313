package vn.cchc.survey.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.response.ValidatableResponse;
import vn.cchc.spreadsheet.SheetReader;

/** Paper forms that are entered together. */
@QuarkusTest
class PaperTest {

    @Test
    void aBatchThatIsSentTwiceAddsNothingAndItsReplySaysSo() {
        String id = openCampaign("EDUCATION", 2025);

        enter(id, forms(12)).statusCode(200).body("rows", equalTo(12)).body("added", equalTo(12)).body("known", equalTo(0));
        enter(id, forms(12)).statusCode(200).body("added", equalTo(0)).body("known", equalTo(12));
        enter(id, forms(15)).statusCode(200).body("added", equalTo(3)).body("known", equalTo(12));

        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(15)).body("invitations", equalTo(0));
        transition(id, "closing").statusCode(200);
        as("viewer").get("/campaigns/{id}/result", id).then().body("respondents", equalTo(15)).body("responseRate", nullValue())
                .body("groups.find { it.code == 'PRIMARY-PARENTS' }.answers", equalTo(15));
        enter(id, forms(1)).statusCode(409);
        await().atMost(5, SECONDS).untilAsserted(() -> as("auditor").get("/audit?resource=paper-batch&resourceId=" + id).then()
                .body("items.size()", equalTo(3)));
    }

    @Test
    void everyFaultIsNamedWithItsRowAndNothingIsEntered() {
        String id = openCampaign("EDUCATION", 2025);
        List<Map<String, Object>> rows = forms(3);
        rows.add(Map.of("number", "P-0", "stratum", "TEACHERS", "answers", Map.of("OVERALL", 6)));
        rows.add(Map.of("number", " ", "answers", Map.of("WEATHER", 1)));

        enter(id, rows).statusCode(422).body("errors.pointer",
                contains("/rows/3/number", "/rows/3/stratum", "/rows/3/answers/OVERALL", "/rows/4/number",
                        "/rows/4/answers/WEATHER"))
                .body("errors.code",
                        contains("repeated-number", "unknown-stratum", "out-of-range", "missing", "unknown-question"));
        enter(id, List.of()).statusCode(422).body("errors.pointer", contains("/rows"));
        enter(draft("EDUCATION", 2025), forms(1)).statusCode(409);

        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(0));
    }

    @Test
    void aCsvFileIsEnteredOrRefusedCellByCell() {
        String id = openCampaign("EDUCATION", 2025);
        file(id, SheetReader.CSV, "number;group;OVERALL;ACCESS-1\nA1;PRIMARY-PARENTS;năm;4\nA2;;7;\nA1;;5;5\n".getBytes(UTF_8))
                .statusCode(422).body("errors.pointer", contains("/2/OVERALL", "/3/OVERALL", "/4/number"));
        file(id, SheetReader.CSV, "stratum,OVERAL,OVERALL,OVERALL\n,5,5,5\n".getBytes(UTF_8)).statusCode(422)
                .body("errors.pointer", contains("/1/OVERAL", "/1/OVERALL", "/1/number"));
        file(id, SheetReader.XLSX, new byte[] { 'P', 'K', 1 }).statusCode(400).body("errors.code", contains("unreadable-file"));

        file(id, SheetReader.CSV, "number,stratum,OVERALL,ACCESS-1\nA1,,5,4\nA2,PRIMARY-PARENTS,,3\n".getBytes(UTF_8))
                .statusCode(200).body("added", equalTo(2));
        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(2));
    }

    @Test
    void aQuestionWithTheCodeNumberHasAColumnBesideThatOfTheFormsNumber() {
        String questionnaire = "GIAY" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        as("surveyor").body(Map.of("code", questionnaire, "title", "Khảo sát", "titleEn", "Survey", "questions",
                List.of(Map.of("code", "OVERALL", "text", "Chung", "textEn", "Overall"),
                        Map.of("code", "NUMBER", "scale", "NUMBER", "max", 9, "text", "Số lần", "textEn", "Visits"))))
                .post("/questionnaires").then().statusCode(201);
        String id = openCampaign(questionnaire, 2025);

        file(id, SheetReader.CSV, "number,OVERALL,NUMBER\nA1,5,12\n".getBytes(UTF_8)).statusCode(422).body("errors.pointer",
                contains("/2/NUMBER"));
        file(id, SheetReader.CSV, "number,OVERALL,NUMBER\nA1,5,4\n".getBytes(UTF_8)).statusCode(200).body("added",
                equalTo(1));
    }

    @Test
    void theTemplateIsFilledInAndEntered() throws IOException {
        String id = openCampaign("EDUCATION", 2025);
        byte[] template = as("surveyor").accept(SheetReader.XLSX).get("/campaigns/{id}/paper-template", id).then()
                .statusCode(200).extract().asByteArray();
        List<String> columns = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(template));
                var rows = workbook.getFirstSheet().openStream()) {
            Row head = rows.findFirst().orElseThrow();
            head.forEach(cell -> columns.add(cell.getText()));
        }
        assertThat(columns).startsWith("number", "stratum", "ACCESS-1").contains("OVERALL", "EXPECTATION");

        file(id, SheetReader.XLSX, filled(columns)).statusCode(200).body("added", equalTo(40));

        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(40));
        transition(id, "closing").statusCode(200);
        as("viewer").get("/campaigns/{id}/result", id).then().body("expectation.percent", equalTo(90f))
                .body("fullySatisfied.numerator", equalTo(40));
    }

    @Test
    void fiveThousandFormsAreEnteredAndOneMoreIsRefused() {
        String id = openCampaign("EDUCATION", 2025);

        enter(id, forms(5_000)).statusCode(200).body("added", equalTo(5_000));
        enter(id, forms(5_001)).statusCode(422).body("errors.pointer", contains("/rows"));

        as("viewer").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(5_000));
    }

    @Test
    void onlyASurveyorEntersPaper() {
        String id = openCampaign("EDUCATION", 2025);

        as("one-stop-system").body(Map.of("rows", forms(1))).post("/campaigns/{id}/paper-batches", id).then().statusCode(403);
    }

    private static byte[] filled(List<String> columns) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Phiếu");
            for (int column = 0; column < columns.size(); column++) {
                sheet.value(0, column, columns.get(column));
                for (int row = 1; row <= 40; row++) {
                    switch (columns.get(column)) {
                        case "number" -> sheet.value(row, column, row);
                        case "stratum" -> sheet.value(row, column, "PRIMARY-PARENTS");
                        case "EXPECTATION" -> sheet.value(row, column, 90);
                        default -> sheet.value(row, column, 5);
                    }
                }
            }
        }
        return bytes.toByteArray();
    }

    private static List<Map<String, Object>> forms(int count) {
        List<Map<String, Object>> forms = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            forms.add(Map.of("number", "P-" + i, "stratum", "PRIMARY-PARENTS", "answers", Map.of("OVERALL", 4)));
        }
        return forms;
    }

    private static ValidatableResponse enter(String id, List<Map<String, Object>> rows) {
        return as("surveyor").body(Map.of("rows", rows)).post("/campaigns/{id}/paper-batches", id).then();
    }

    private static ValidatableResponse file(String id, String type, byte[] content) {
        return as("surveyor").config(RestAssured.config().encoderConfig(
                EncoderConfig.encoderConfig().appendDefaultContentCharsetToContentTypeIfUndefined(false))).contentType(type)
                .body(content).post("/campaigns/{id}/paper-batches/file", id).then();
    }
}
