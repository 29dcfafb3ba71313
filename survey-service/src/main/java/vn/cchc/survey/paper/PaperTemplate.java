package vn.cchc.survey.paper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import vn.cchc.spreadsheet.ReproducibleWorkbookStream;
import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.SatisfactionLevel;
import vn.cchc.survey.stratum.Stratum;

/** A workbook into which paper forms are entered, one to a row; its second sheet explains the columns. */
final class PaperTemplate {

    private PaperTemplate() {
    }

    static byte[] xlsx(Campaign campaign) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ReproducibleWorkbookStream stream = new ReproducibleWorkbookStream(bytes);
            try (Workbook workbook = new Workbook(stream, "cchc", "1.0")) {
                write(workbook.newWorksheet("Phiếu"), List.of(columns(campaign.questionnaire())));
                write(workbook.newWorksheet("Hướng dẫn"), guide(campaign));
            }
            stream.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> columns(Questionnaire questionnaire) {
        List<String> columns = new ArrayList<>(List.of(PaperSheet.NUMBER, PaperSheet.STRATUM));
        questionnaire.questions().forEach(question -> columns.add(question.code()));
        return columns;
    }

    private static List<List<String>> guide(Campaign campaign) {
        Questionnaire questionnaire = campaign.questionnaire();
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Cột", "Nội dung", "Cách ghi"));
        rows.add(List.of(PaperSheet.NUMBER, "Số phiếu in trên phiếu giấy", "Bắt buộc; mỗi số phiếu chỉ được nhập một lần"));
        rows.add(List.of(PaperSheet.STRATUM, "Tầng, nhóm đối tượng", strata(campaign.strata())));
        questionnaire.questions().forEach(question -> rows.add(List.of(question.code(), question.text(),
                values(question) + (question.obligatory() ? "; bắt buộc" : "; để trống nếu không trả lời"))));
        return rows;
    }

    private static String strata(List<Stratum> strata) {
        return strata.isEmpty() ? "Để trống"
                : String.join("; ", strata.stream().map(stratum -> stratum.code() + ": " + stratum.name()).toList());
    }

    private static String values(Question question) {
        return switch (question.scale()) {
            case LEVEL -> String.join("; ",
                    SatisfactionLevel.bestFirst().stream().map(level -> level.value() + ": " + level.label()).toList());
            case YES_NO -> "1: có; 0: không";
            case PERCENT, NUMBER -> "Số nguyên từ " + question.lowest() + " đến " + question.highest();
            case TEXT -> "Không quá " + question.longest() + " ký tự";
        };
    }

    private static void write(Worksheet sheet, List<List<String>> rows) {
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                sheet.value(row, column, rows.get(row).get(column));
            }
        }
    }
}
