package vn.cchc.survey.seal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.stratum.StratumCodes;

/**
 * Writes an answer as bytes: as many for each question as its scale can take, whether it was answered or not. So all answers of
 * a questionnaire have one length, and the length of a ciphertext tells nothing. A questionnaire never changes, so its order of
 * questions stays.
 */
public final class AnswerForm {

    /** Levels and percentages alone: one byte each. Release 1.0.0 reads it. */
    private static final byte FORMAT_1 = 1;
    /** Also numbers, of four bytes, and texts, of two bytes for their length and three for each UTF-16 code unit. */
    private static final byte FORMAT_2 = 2;
    private static final int HEAD = Byte.BYTES + Short.BYTES;
    private static final byte NOT_ANSWERED = -1;
    private static final int NO_GROUP = -1;
    private static final int BYTES_PER_CODE_UNIT = 3;

    private final List<Question> questions;
    private final List<String> groups;
    private final byte format;
    private final int length;
    private final boolean hasTexts;

    public AnswerForm(Questionnaire questionnaire, StratumCodes strata) {
        this.questions = questionnaire.questions();
        this.groups = strata.codes();
        this.format = questions.stream().allMatch(question -> bytes(question) == Byte.BYTES) ? FORMAT_1 : FORMAT_2;
        this.length = HEAD + questions.stream().mapToInt(AnswerForm::bytes).sum();
        this.hasTexts = questions.stream().anyMatch(question -> question.scale() == Scale.TEXT);
    }

    private static int bytes(Question question) {
        return switch (question.scale()) {
            case LEVEL, PERCENT, YES_NO -> Byte.BYTES;
            case NUMBER -> Integer.BYTES;
            case TEXT -> Short.BYTES + BYTES_PER_CODE_UNIT * question.longest();
        };
    }

    /**
     * @param group null if the respondent has none
     * @param texts of the questions with the scale TEXT
     */
    public byte[] write(String group, Map<String, Integer> scores, Map<String, String> texts) {
        ByteBuffer form = ByteBuffer.allocate(length).put(format)
                .putShort((short) (group == null ? NO_GROUP : groups.indexOf(group)));
        for (Question question : questions) {
            switch (question.scale()) {
                case LEVEL, PERCENT, YES_NO -> form.put(score(scores.get(question.code())).byteValue());
                case NUMBER -> form.putInt(score(scores.get(question.code())));
                case TEXT -> put(form, texts.get(question.code()), bytes(question));
            }
        }
        return form.array();
    }

    private static Integer score(Integer score) {
        return score == null ? NOT_ANSWERED : score;
    }

    private static void put(ByteBuffer form, String text, int room) {
        byte[] bytes = text == null ? new byte[0] : text.getBytes(UTF_8);
        int end = form.position() + room;
        form.putShort((short) (text == null ? NOT_ANSWERED : bytes.length)).put(bytes).position(end);
    }

    public PlainAnswer read(byte[] bytes) {
        ByteBuffer form = ByteBuffer.wrap(bytes);
        if (form.get() != format || bytes.length != length) {
            throw new IllegalStateException("an answer of another form");
        }
        int group = form.getShort();
        int[] scores = new int[questions.size()];
        String[] texts = new String[hasTexts ? questions.size() : 0];
        for (int i = 0; i < scores.length; i++) {
            switch (questions.get(i).scale()) {
                case LEVEL, PERCENT, YES_NO -> scores[i] = form.get();
                case NUMBER -> scores[i] = form.getInt();
                case TEXT -> {
                    scores[i] = NOT_ANSWERED;
                    texts[i] = text(form, bytes(questions.get(i)));
                }
            }
        }
        return new PlainAnswer(group == NO_GROUP ? null : groups.get(group), scores, texts);
    }

    private static String text(ByteBuffer form, int room) {
        int start = form.position();
        int size = form.getShort();
        form.position(start + room);
        return size == NOT_ANSWERED ? null : new String(form.array(), start + Short.BYTES, size, UTF_8);
    }

    /** An answer that was stored in plain. */
    public PlainAnswer of(String group, Map<String, Integer> scores) {
        return read(write(group, scores, Map.of()));
    }

    /**
     * @param group null if the respondent has none
     * @param scores by the order of the questions; negative if not answered, or answered by a text
     * @param texts by the order of the questions, null if not answered by a text; empty if no question asks for a text
     */
    public record PlainAnswer(String group, int[] scores, String[] texts) {
    }
}
