package vn.cchc.survey.seal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.RespondentGroup;

/**
 * Writes an answer as bytes: one for each question, whether it was answered or not. So all answers of a questionnaire have one
 * length, and the length of a ciphertext tells nothing. A questionnaire never changes, so its order of questions stays.
 */
public final class AnswerForm {

    private static final byte FORMAT = 1;
    private static final int HEAD = Byte.BYTES + Short.BYTES;
    private static final byte NOT_ANSWERED = -1;
    private static final int NO_GROUP = -1;

    private final List<String> questions;
    private final List<String> groups;

    public AnswerForm(Questionnaire questionnaire) {
        this.questions = questionnaire.questions().stream().map(Question::code).toList();
        this.groups = questionnaire.groups().stream().map(RespondentGroup::code).toList();
    }

    /** @param group null if the respondent has none */
    public byte[] write(String group, Map<String, Integer> scores) {
        ByteBuffer form = ByteBuffer.allocate(HEAD + questions.size()).put(FORMAT)
                .putShort((short) (group == null ? NO_GROUP : groups.indexOf(group)));
        questions.forEach(question -> form.put(score(scores.get(question))));
        return form.array();
    }

    public PlainAnswer read(byte[] form) {
        ByteBuffer bytes = ByteBuffer.wrap(form);
        if (bytes.get() != FORMAT || form.length != HEAD + questions.size()) {
            throw new IllegalStateException("an answer of another form");
        }
        int group = bytes.getShort();
        return new PlainAnswer(group == NO_GROUP ? null : groups.get(group), Arrays.copyOfRange(form, HEAD, form.length));
    }

    /** An answer that was stored in plain. */
    public PlainAnswer of(String group, Map<String, Integer> scores) {
        return read(write(group, scores));
    }

    private static byte score(Integer score) {
        return score == null ? NOT_ANSWERED : score.byteValue();
    }

    /**
     * @param group null if the respondent has none
     * @param scores by the order of the questions; negative if not answered
     */
    public record PlainAnswer(String group, byte[] scores) {
    }
}
