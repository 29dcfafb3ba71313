package vn.cchc.survey.export;

import java.util.ArrayList;
import java.util.List;

import vn.cchc.survey.campaign.Campaign;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.SatisfactionLevel;
import vn.cchc.survey.questionnaire.Scale;

/** What the columns and values of an export mean: one row for each stratum, question and value. */
final class Codebook {

    private static final String STRATUM = "stratum";

    private Codebook() {
    }

    static List<List<Object>> rows(Campaign campaign) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("column", "scale", "value", "text", "textEn", "group", "unit", "place"));
        add(rows, STRATUM, "", "", "Tầng của người trả lời; để trống nếu tầng có quá ít người trả lời hoặc không có tầng",
                "Stratum of the respondent; empty if it has too few respondents, or there is none");
        campaign.strata().forEach(stratum -> rows.add(List.of(STRATUM, "", stratum.code(), stratum.name(), stratum.nameEn(),
                text(stratum.groupCode()), text(stratum.unit()), text(stratum.place()))));
        campaign.questionnaire().questions().stream().filter(question -> question.scale() != Scale.TEXT)
                .forEach(question -> add(question, rows));
        return rows;
    }

    private static void add(Question question, List<List<Object>> rows) {
        add(rows, question.code(), question.scale().name(), "", question.text(), question.textEn());
        if (question.scale() == Scale.LEVEL) {
            SatisfactionLevel.bestFirst()
                    .forEach(level -> add(rows, question.code(), "", level.value(), level.label(), level.labelEn()));
        } else if (question.scale() == Scale.YES_NO) {
            add(rows, question.code(), "", 1, "có", "yes");
            add(rows, question.code(), "", 0, "không", "no");
        }
        add(rows, question.code(), "", "", "không trả lời", "not answered");
    }

    private static void add(List<List<Object>> rows, String column, String scale, Object value, String text, String textEn) {
        rows.add(List.of(column, scale, value, text, textEn, "", "", ""));
    }

    private static String text(String code) {
        return code == null ? "" : code;
    }
}
