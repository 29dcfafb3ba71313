package vn.cchc.survey.page;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.draft;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** The page of an invitation, without a browser. */
@QuarkusTest
class SurveyPageTest {

    private static final int MAX_BYTES = 30_000;

    @Test
    void aRespondentAnswersWithoutAScriptAndASecondSendingLeadsToTheSameThanks() {
        String id = openCampaign("EDUCATION", 2025);
        String token = invite(id, 1).get(0);
        show(id, token).statusCode(200).header("Content-Language", "vi").body(containsString("name=\"q-OVERALL\" value=\"5\""))
                .body(containsString("rất hài lòng")).body(not(containsString("OVERALL</")));

        String thanks = send(id, token, Map.of("q-OVERALL", "5", "q-ACCESS-1", "", "q-EXPECTATION", "90", "group", ""))
                .statusCode(303).header("Location", endsWith("?token=" + token + "&lang=vi")).extract().header("Location");
        given().redirects().follow(false).get(thanks).then().statusCode(200)
                .body(containsString("Cảm ơn Ông/Bà đã trả lời")).body(containsString("data-done"));
        send(id, token, Map.of("q-OVERALL", "1")).statusCode(303);

        as("surveyor").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(1));
    }

    @Test
    void everyFaultIsSaidAtItsQuestionAndWhatWasGivenStays() {
        String id = openCampaign("EDUCATION", 2025);
        String token = invite(id, 1).get(0);

        send(id, token, Map.of("q-OVERALL", "4", "q-ACCESS-1", "9", "q-EXPECTATION", "110")).statusCode(422)
                .body(containsString("href=\"#q-ACCESS-1\">Thông tin tuyển sinh, nhập học đầy đủ"))
                .body(containsString("href=\"#q-EXPECTATION\""))
                .body(containsString("name=\"q-OVERALL\" value=\"4\" checked")).body(containsString("value=\"110\""))
                .body(containsString("aria-invalid=\"true\""));
        send(id, token, Map.of("q-EXPECTATION", "<b>")).statusCode(422).body(not(containsString("<b>")));
        send(id, token, Map.of()).statusCode(422).body(containsString("role=\"alert\""));
        send(id, token, Map.of("q-OVERALL", "4")).statusCode(303);
    }

    @Test
    void everyScaleHasItsFieldAndConditionsAreSaid() {
        String id = draft(EveryScale.create(), 2025);
        transition(id, "opening").statusCode(200);
        String token = invite(id, 1).get(0);
        show(id, token).statusCode(200).body(containsString("Câu hỏi có ghi “bắt buộc”"))
                .body(containsString("<legend>Câu ONLINE <small>(bắt buộc)</small></legend>"))
                .body(containsString("<label><input type=\"radio\" name=\"q-ONLINE\" value=\"1\">có</label>"))
                .body(containsString("<h2>Trên mạng</h2>"))
                .body(containsString("Chỉ trả lời nếu ở câu “Câu ONLINE” đã chọn: có."))
                .body(containsString("data-if=\"q-ONLINE\" data-values=\"1\"")).body(containsString("Số nguyên từ 1 đến 50"))
                .body(containsString("<textarea id=\"q-SUGGESTION-n\" name=\"q-SUGGESTION\" rows=\"4\" maxlength=\"500\""))
                .body(containsString("Đề nghị không ghi họ tên"));

        send(id, token, Map.of("q-ONLINE", "1", "q-VISITS", "ba", "q-SUGGESTION", "<i>Hay</i>\r\nlắm")).statusCode(422)
                .body(containsString("href=\"#q-VISITS\"")).body(containsString("&lt;i&gt;Hay&lt;/i&gt;\nlắm</textarea>"));
        send(id, token, Map.of("q-ONLINE", "1", "q-SUGGESTION", "x".repeat(501))).statusCode(422)
                .body(containsString("href=\"#q-EASY\"")).body(containsString("href=\"#q-SUGGESTION\""));
        // The form shows what is not asked, where there is no script.
        send(id, token, Map.of("q-ONLINE", "0", "q-EASY", "4", "q-VISITS", "x", "q-WHY", "y", "q-SUGGESTION", "ề".repeat(500)))
                .statusCode(303);

        as("surveyor").get("/campaigns/{id}/progress", id).then().body("answers", equalTo(1));
    }

    @Test
    void thePageSpeaksEnglishByChoiceAndByTheBrowser() {
        String id = openCampaign("EDUCATION", 2025);
        String token = invite(id, 1).get(0);

        page().get("/surveys/{id}?token={token}&lang=en", id, token).then().statusCode(200)
                .body(containsString("<html lang=\"en\">")).body(containsString("very satisfied"))
                .body(containsString("lang=vi"));
        page().header("Accept-Language", "en-GB").get("/surveys/{id}?token={token}", id, token).then()
                .body(containsString("Send the answers"));
    }

    @Test
    void everyOtherStateHasAPageThatSaysWhatToDo() {
        String id = draft("EDUCATION", 2025);
        List<String> tokens = invite(id, 2);
        show(id, tokens.get(0)).statusCode(409).body(containsString("chưa bắt đầu"));
        send(id, tokens.get(0), Map.of("q-OVERALL", "4")).statusCode(409).body(containsString("chưa bắt đầu"));
        show(id, "AAAAAAAAAAAAAAAAAAAAAA").statusCode(403).body(containsString("không hợp lệ"));
        show(UUID.randomUUID().toString(), tokens.get(0)).statusCode(403);
        page().get("/surveys/{id}", id).then().statusCode(403);
        transition(id, "opening").statusCode(200);
        transition(id, "closing").statusCode(200);
        show(id, tokens.get(1)).statusCode(409).body(containsString("đã kết thúc"));
        send(id, tokens.get(1), Map.of("q-OVERALL", "4")).statusCode(409).body(containsString("đã kết thúc"));
    }

    @Test
    void thePageAndAllThatItLoadsStayUnder30KilobytesOnTheWayAndNothingIsForeign() throws IOException {
        String id = openCampaign("EDUCATION", 2025);
        String html = show(id, invite(id, 1).get(0)).extract().asString();
        String css = asset("survey.css", "text/css").extract().asString();
        String js = asset("survey.js", "text/javascript").extract().asString();

        assertThat(html).doesNotContain("http://", "https://", "onclick", "style=");
        assertThat(zipped(html) + zipped(css) + zipped(js)).isLessThan(MAX_BYTES);
        page().get("/surveys/assets/other.js").then().statusCode(404);
    }

    @Test
    void thePrintedSheetLeadsToThePage() throws Exception {
        String id = openCampaign("EDUCATION", 2025);
        Response sheet = as("surveyor").accept("application/pdf;q=1.0").body(Map.of("count", 9))
                .post("/campaigns/{id}/invitations", id);
        String kept = System.getProperty("cchc.sheet");
        if (kept != null) {
            Files.write(Path.of(kept), sheet.asByteArray());
        }
        sheet.then().statusCode(201).contentType("application/pdf").header("Cache-Control", "no-store");

        try (PDDocument pdf = Loader.loadPDF(sheet.asByteArray())) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            assertThat(new PDFTextStripper().getText(pdf)).contains("Khảo sát năm 2025", "Quét mã bằng điện thoại để trả lời.");
            List<String> links = scan(pdf);
            assertThat(links).hasSize(8).doesNotHaveDuplicates().allSatisfy(
                    link -> assertThat(link).startsWith("http://localhost:8080/api/v1/surveys/" + id + "?token="));
            String path = links.get(0).substring("http://localhost:8080".length());
            given().urlEncodingEnabled(false).get(path).then().statusCode(200).body(startsWith("<!doctype html>"))
                    .body(containsString("<form"));
        }
    }

    /** The code of each of the eight invitations of a page. */
    private static List<String> scan(PDDocument pdf) throws IOException {
        List<String> links = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            links.add(new QrCode(i % 2, 2, i / 2, 4).read(pdf));
        }
        return links;
    }

    private static int zipped(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.getBytes(UTF_8));
        }
        return bytes.size();
    }

    private static ValidatableResponse asset(String name, String type) {
        return page().accept("*/*").get("/surveys/assets/{name}", name).then().statusCode(200).contentType(startsWith(type));
    }

    private static ValidatableResponse show(String id, String token) {
        return page().get("/surveys/{id}?token={token}", id, token).then();
    }

    private static ValidatableResponse send(String id, String token, Map<String, String> fields) {
        return page().contentType("application/x-www-form-urlencoded; charset=UTF-8").formParams(fields)
                .formParam("token", token).redirects().follow(false).post("/surveys/{id}", id).then();
    }

    private static RequestSpecification page() {
        return given().accept("text/html").basePath("/api/v1");
    }
}
