package vn.cchc.survey.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.core.MultivaluedMap;

import vn.cchc.rest.text.StorableText;
import vn.cchc.survey.answer.NewAnswer;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/** The fields of the form as they were sent. A question without an answer has an empty field, or none. */
record GivenAnswers(MultivaluedMap<String, String> fields) {

    static final String TOKEN = "token";
    static final String GROUP = "group";
    private static final String LINK = "link";
    private static final String SIGNATURE = "signature";
    private static final String PREFIX = "q-";

    static String field(String question) {
        return PREFIX + question;
    }

    String token() {
        return orEmpty(fields.getFirst(TOKEN));
    }

    /** The open link that showed the form; empty for an invitation. */
    String link() {
        return orEmpty(fields.getFirst(LINK));
    }

    String signature() {
        return orEmpty(fields.getFirst(SIGNATURE));
    }

    String group() {
        String group = orEmpty(fields.getFirst(GROUP));
        return group.isEmpty() ? null : group;
    }

    /** With line ends as in JSON: a browser sends two characters for each. */
    String text(String question) {
        return StorableText.normalised(orEmpty(fields.getFirst(field(question))).replace("\r\n", "\n").strip());
    }

    private static String orEmpty(String value) {
        return value == null ? "" : value;
    }

    /** Without answers to questions that are not asked: without scripts the form shows them, too. */
    NewAnswer answer(Questionnaire questionnaire) {
        Map<String, Integer> values = new HashMap<>();
        Map<String, String> texts = new HashMap<>();
        for (Question question : questionnaire.questions()) {
            String text = text(question.code());
            if (text.isEmpty() || !questionnaire.asks(question, values)) {
                continue;
            }
            if (question.scale() == Scale.TEXT) {
                texts.put(question.code(), text);
            } else if (isNumber(text)) {
                values.put(question.code(), Integer.valueOf(text));
            }
        }
        return new NewAnswer(token(), values, null, texts, group());
    }

    /** The questions to which something else than a number was given. */
    List<Question> unreadable(Questionnaire questionnaire) {
        Map<String, Integer> readable = answer(questionnaire).answers();
        List<Question> unreadable = new ArrayList<>();
        for (Question question : questionnaire.questions()) {
            String text = text(question.code());
            if (question.scale() != Scale.TEXT && !text.isEmpty() && !isNumber(text)
                    && questionnaire.asks(question, readable)) {
                unreadable.add(question);
            }
        }
        return unreadable;
    }

    private static boolean isNumber(String text) {
        return text.matches("[0-9]{1,9}");
    }

    /** Without token and answers, which must not appear in a log. */
    @Override
    public String toString() {
        return "given answers";
    }
}
