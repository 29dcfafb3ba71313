package vn.cchc.survey.page;

import static vn.cchc.survey.Survey.as;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A questionnaire with a question of every scale, for internal use. */
final class EveryScale {

    private EveryScale() {
    }

    /** @return its code */
    static String create() {
        String code = "MOI" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        as("surveyor").body(Map.of("code", code, "title", "Khảo sát nội bộ", "titleEn", "Internal survey",
                "sections", List.of(Map.of("code", "WEB", "title", "Trên mạng", "titleEn", "Online",
                        "condition", Map.of("question", "ONLINE", "values", List.of(1)))),
                "questions", List.of(question("OVERALL", "LEVEL", Map.of()),
                        question("ONLINE", "YES_NO", Map.of("obligatory", true)),
                        question("EASY", "LEVEL", Map.of("section", "WEB", "obligatory", true)),
                        question("VISITS", "NUMBER", Map.of("section", "WEB", "min", 1, "max", 50)),
                        question("WHY", "TEXT", Map.of("section", "WEB",
                                "condition", Map.of("question", "EASY", "values", List.of(1, 2)))),
                        question("EXPECTATION", "PERCENT", Map.of()), question("SUGGESTION", "TEXT", Map.of()))))
                .post("/questionnaires").then().statusCode(201);
        return code;
    }

    private static Map<String, Object> question(String code, String scale, Map<String, Object> more) {
        Map<String, Object> question = new HashMap<>(more);
        question.putAll(Map.of("code", code, "scale", scale, "text", "Câu " + code, "textEn", "Question " + code));
        return question;
    }
}
