package vn.cchc.survey.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static vn.cchc.survey.Survey.anonymous;
import static vn.cchc.survey.Survey.as;
import static vn.cchc.survey.Survey.closedCampaign;
import static vn.cchc.survey.Survey.invite;
import static vn.cchc.survey.Survey.openCampaign;
import static vn.cchc.survey.Survey.transition;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import vn.cchc.spreadsheet.SheetReader;
import vn.cchc.spreadsheet.SheetRow;
import vn.cchc.survey.Survey;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.campaign.Campaigns;

@QuarkusTest
class AnswerExportTest {

    private static final int MANY_ROWS = Integer.getInteger("cchc.rows", 100_000);
    private static final long MAX_GROWTH = 16_000_000;

    @Inject
    AnswerExporter exporter;
    @Inject
    Campaigns campaigns;
    @Inject
    DataSource database;

    @Test
    void rowsOfSmallClassesLoseTheirStratum() throws IOException {
        String id = openCampaign(questionnaire(), 2049);
        answer(id, "PARENTS", 1, 6);
        answer(id, "PUPILS", 1, 7);
        // Together they are six.
        answer(id, "PARENTS", 2, 3);
        answer(id, "PUPILS", 2, 3);
        // Two are too few to be without a stratum, so the five are, too.
        answer(id, "PARENTS", 3, 5);
        answer(id, "PUPILS", 3, 2);
        as("surveyor").accept("text/csv").get("/campaigns/{id}/answers", id).then().statusCode(409).body("code",
                equalTo("result-not-available"));
        transition(id, "closing").statusCode(200);

        List<String> lines = csv(id, "");

        assertThat(lines.get(0)).isEqualTo("stratum,OVERALL,VISITS");
        assertThat(lines.subList(1, lines.size())).hasSize(26);
        assertThat(Collections.frequency(lines, "PARENTS,5,1")).isEqualTo(6);
        assertThat(Collections.frequency(lines, "PUPILS,5,1")).isEqualTo(7);
        assertThat(Collections.frequency(lines, ",5,2")).isEqualTo(6);
        assertThat(Collections.frequency(lines, ",5,3")).isEqualTo(7);
        as("viewer").accept("text/csv").get("/campaigns/{id}/answers", id).then().statusCode(403);
        as("surveyor").accept("text/csv").header("Accept-Language", "en").get("/campaigns/{id}/answers?without=VISITS", id)
                .then()
                .statusCode(409).body("code", equalTo("other-numbers-exported")).body("detail", containsString("VISITS"));
        assertThat(csv(id, "")).hasSameSizeAs(lines);
    }

    @Test
    void aNumberThatFewGaveIsNotExported() throws IOException {
        String id = openCampaign(questionnaire(), 2049);
        answer(id, "PARENTS", 1, 8);
        answer(id, "PARENTS", 40, 4);
        transition(id, "closing").statusCode(200);

        as("surveyor").accept("text/csv").header("Accept-Language", "en").get("/campaigns/{id}/answers", id).then()
                .statusCode(409).body("code", equalTo("answers-not-anonymous")).body("errors.pointer", contains("without"))
                .body("errors.code", contains("identifying-number"));
        as("surveyor").accept("text/csv").get("/campaigns/{id}/answers?without=VISITS&without=VISIT&without=AGE", id).then()
                .statusCode(422).body("errors.pointer", contains("without", "without"))
                .body("errors.code", contains("unknown-question", "unknown-question"));
        assertThat(csv(id, "?without=VISITS")).hasSize(13).contains("stratum,OVERALL", "PARENTS,5");
    }

    /** Of 3, 6 and 20 invited people: whoever knew the 12 of the last stratum would know that all 9 others answered. */
    @Test
    void theRowsOfAStratumThatTheResultHidesHaveNone() throws IOException {
        String id = stratified();
        answer(invite(id, "A", 3), id, 3, 5);
        answer(invite(id, "B", 6), id, 6, 4);
        answer(invite(id, "C", 20), id, 12, 5);
        transition(id, "closing").statusCode(200);
        as("viewer").get("/campaigns/{id}/result", id).then().body("strata.suppressed", contains(true, true, true));

        List<String> lines = csv(id, "?without=VISITS");

        assertThat(lines).hasSize(22);
        assertThat(Collections.frequency(lines, ",5")).isEqualTo(15);
        assertThat(Collections.frequency(lines, ",4")).isEqualTo(6);
    }

    /** 10 people answered in A, but only three of them at a level. */
    @Test
    void whatAResultHidWhenItWasPublishedStaysHiddenInTheExport() throws Exception {
        String id = stratified();
        List<String> tokens = invite(id, "A", 30);
        answer(tokens, id, 3, 5);
        answer(tokens.subList(3, 10), id, 7, 0);
        answer(invite(id, "B", 30), id, 12, 5);
        answer(invite(id, "C", 30), id, 15, 5);
        transition(id, "closing").statusCode(200);
        as("viewer").get("/campaigns/{id}/result", id).then().body("strata.suppressed", contains(true, true, false));

        List<String> lines = csv(id, "");

        assertThat(Collections.frequency(lines, ",5,")).isEqualTo(15);
        assertThat(Collections.frequency(lines, ",0,")).isEqualTo(7);
        assertThat(Collections.frequency(lines, "C,5,")).isEqualTo(15);
        transition(id, "publication").statusCode(200);
        assertThat(csv(id, "")).containsExactlyInAnyOrderElementsOf(lines);
        hideInThePublishedResult(id, 2);
        assertThat(Collections.frequency(csv(id, ""), ",5,")).isEqualTo(30);
    }

    /** As a program of another release would have published it. */
    private void hideInThePublishedResult(String id, int stratum) throws SQLException {
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute("""
                    update published_result set content = jsonb_set(content::jsonb, '{strata, %d, suppressed}', 'true')
                    where campaign = '%s'""".formatted(stratum, id));
        }
    }

    @Test
    void theWorkbookHasTheCodebookInItsSecondSheet() throws IOException {
        String id = closedCampaign("EDUCATION", 2049);

        byte[] workbook = as("surveyor").accept("text/csv;q=0.5, " + AnswerExportResource.XLSX + ";q=0.9")
                .get("/campaigns/{id}/answers", id).then()
                .statusCode(200).header("Content-Disposition", "attachment; filename=\"answers.xlsx\"").extract().asByteArray();
        String codebook = as("surveyor").accept("text/csv").get("/campaigns/{id}/codebook", id).then().statusCode(200).extract()
                .asString();

        List<SheetRow> rows = SheetReader.of(SheetReader.XLSX).read(workbook, 1000);
        assertThat(rows).hasSize(32);
        assertThat(rows.get(0).cells()).startsWith("stratum", "ACCESS-1").contains("OVERALL");
        assertThat(codebook).contains("OVERALL,,5,rất hài lòng,very satisfied").contains("stratum,,PRIMARY-PARENTS,")
                .contains("EXPECTATION,PERCENT,");
    }

    /** The heap after a collection, at the beginning of the file and at its end. */
    @Test
    @Tag("slow")
    void memoryDoesNotGrowWithTheRows() throws Exception {
        String id = closedCampaign("EDUCATION", 2049);
        try (Connection connection = database.getConnection()) {
            connection.createStatement().execute(
                    """
                            insert into answer (campaign, id, scores)
                            select '%s', gen_random_uuid(), '{"OVERALL": 5, "ACCESS-1": 4, "EXPECTATION": 90}' from generate_series(1, %d)"""
                            .formatted(id, MANY_ROWS));
        }
        Campaign campaign = QuarkusTransaction.requiringNew().call(() -> {
            Campaign found = campaigns.require(UUID.fromString(id));
            found.strata().size();
            return found;
        });
        AnswerColumns columns = AnswerColumns.of(campaign.questionnaire(), Set.of());
        for (boolean workbook : List.of(false, true)) {
            HeapAtLine heap = new HeapAtLine();
            if (workbook) {
                exporter.writeXlsx(campaign, columns, Set.of(), heap);
            } else {
                exporter.writeCsv(campaign, columns, Set.of(), heap);
            }
            assertThat(heap.atTheEnd() - heap.atTheBeginning).isLessThan(MAX_GROWTH);
            assertThat(heap.bytes).isGreaterThan(1_000_000);
        }
    }

    private static final class HeapAtLine extends OutputStream {

        private long bytes;
        private long atTheBeginning;

        @Override
        public void write(int octet) {
            write(new byte[1], 0, 1);
        }

        @Override
        public void write(byte[] content, int from, int length) {
            bytes += length;
            if (atTheBeginning == 0 && bytes > 100_000) {
                atTheBeginning = used();
            }
        }

        private static long used() {
            System.gc();
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }

        private long atTheEnd() {
            return used();
        }
    }

    private static List<String> csv(String id, String query) {
        return as("surveyor").accept("text/csv").get("/campaigns/" + id + "/answers" + query).then().statusCode(200)
                .header("Content-Disposition", "attachment; filename=\"answers.csv\"").extract().asString()
                .replace("\uFEFF", "")
                .lines().toList();
    }

    private static void answer(String id, String group, int visits, int times) {
        for (String token : invite(id, times)) {
            anonymous().body(Map.of("token", token, "group", group, "answers", Map.of("OVERALL", 5, "VISITS", visits)))
                    .post("/campaigns/{id}/answers", id).then().statusCode(200);
        }
    }

    private static void answer(List<String> tokens, String id, int people, int level) {
        tokens.subList(0, people).forEach(token -> Survey.answer(id, token, Map.of("OVERALL", level)).statusCode(200));
    }

    /** Open, with the strata A, B and C. */
    private static String stratified() {
        String id = as("surveyor").body(Map.of("questionnaire", questionnaire(), "year", 2049, "title", "Khảo sát", "strata",
                Stream.of("A", "B", "C").map(code -> Map.of("code", code, "name", "Tầng " + code, "nameEn", code)).toList()))
                .post("/campaigns").then().statusCode(201).extract().path("id");
        transition(id, "opening").statusCode(200);
        return id;
    }

    private static String questionnaire() {
        String code = "XUAT" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        as("surveyor").body(Map.of("code", code, "title", "Khảo sát", "titleEn", "Survey", "groups",
                List.of(Map.of("code", "PARENTS", "name", "Cha mẹ", "nameEn", "Parents"),
                        Map.of("code", "PUPILS", "name", "Học sinh", "nameEn", "Pupils")),
                "questions", List.of(Map.of("code", "OVERALL", "text", "Chung", "textEn", "Overall"),
                        Map.of("code", "VISITS", "scale", "NUMBER", "text", "Số lần", "textEn", "Visits"))))
                .post("/questionnaires").then().statusCode(201);
        return code;
    }
}
