package vn.cchc.survey.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;

/** The fields of the form as they were sent. A question without an answer has an empty field, or none. */
record GivenAnswers(MultivaluedMap<String, String> fields) {

    static final String TOKEN = "token";
    static final String GROUP = "group";
    private static final String PREFIX = "q-";

    static String field(String question) {
        return PREFIX + question;
    }

    String token() {
        return orEmpty(fields.getFirst(TOKEN));
    }

    String group() {
        String group = orEmpty(fields.getFirst(GROUP));
        return group.isEmpty() ? null : group;
    }

    String text(String question) {
        return orEmpty(fields.getFirst(field(question))).strip();
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    Map<String, Integer> values(Questionnaire questionnaire) {
        Map<String, Integer> values = new HashMap<>();
        for (Question question : questionnaire.questions()) {
            String text = text(question.code());
            if (isNumber(text)) {
                values.put(question.code(), Integer.valueOf(text));
            }
        }
        return values;
    }

    /** The questions to which something else than a number was given. */
    List<Question> unreadable(Questionnaire questionnaire) {
        List<Question> unreadable = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            String text = text(question.code());
            if (!text.isEmpty() && !isNumber(text)) {
                unreadable.add(question);
            }
        }
        return unreadable;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,3}");
    }
}
