package vn.cchc.survey.questionnaire;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import vn.cchc.values.IndicatorCode;

public final class QuestionnaireFixture {

    private QuestionnaireFixture() {
    }

    /** Two topics, two groups and a question in percent. */
    public static Questionnaire education() {
        return new Questionnaire(newEducation(), 1);
    }

    public static Questionnaire service() {
        return new Questionnaire(
                new NewQuestionnaire("SIPAS", new IndicatorCode("CT15"), "Sự phục vụ của Sở", "Service of the Department",
                        List.of(), List.of(), List.of(level(Question.OVERALL, null)), List.of()),
                1);
    }

    /** Questions at levels, without topics. */
    public static Questionnaire levels(List<String> codes) {
        return new Questionnaire(with(List.of(), codes.stream().map(code -> level(code, null)).toList()), 1);
    }

    /** Q1 and Q2 of the topic T, Q3 without a topic; groups G1 and G2. */
    public static Questionnaire withTopic() {
        return new Questionnaire(new NewQuestionnaire("EDUCATION", new IndicatorCode("CT16"), "T", "T", List.of(),
                List.of(new Topic("T", "T", "T")), List.of(level("Q1", "T"), level("Q2", "T"), level("Q3", null)),
                List.of(new RespondentGroup("G1", "G", "G"), new RespondentGroup("G2", "G", "G"))), 1);
    }

    /** Questions at levels: Q-0, Q-1 and so on, without topics. */
    public static Questionnaire withQuestions(int count) {
        return new Questionnaire(with(List.of(), IntStream.range(0, count).mapToObj(i -> level("Q-" + i, null)).toList()), 1);
    }

    /** Up to four topics of up to three questions each, up to two questions without a topic, and up to four groups. */
    public static Questionnaire random(Random random) {
        List<Topic> topics = IntStream.range(0, random.nextInt(5)).mapToObj(i -> new Topic("T" + i, "T", "T")).toList();
        List<Question> questions = new ArrayList<>(List.of(level(Question.OVERALL, null)));
        topics.forEach(topic -> IntStream.rangeClosed(0, random.nextInt(3))
                .forEach(i -> questions.add(level(topic.code() + '-' + i, topic.code()))));
        IntStream.range(0, random.nextInt(2)).forEach(i -> questions.add(level("Q-" + i, null)));
        List<RespondentGroup> groups = IntStream.range(0, random.nextInt(5))
                .mapToObj(i -> new RespondentGroup("G" + i, "G", "G")).toList();
        if (random.nextBoolean()) {
            questions.add(percent("EXPECTATION"));
        }
        return new Questionnaire(
                new NewQuestionnaire("RANDOM", new IndicatorCode("CT16"), "R", "R", List.of(), topics, questions, groups), 1);
    }

    /**
     * Every scale: OVERALL, ONLINE (yes or no), then for those with yes, in a section, ONLINE-EASY (a level,
     * obligatory), VISITS (1 to 50), WHY (a text of 20, if ONLINE-EASY is 1 or 2), and SUGGESTION (a text).
     */
    public static Questionnaire everyScale() {
        return new Questionnaire(newEveryScale(), 1);
    }

    static NewQuestionnaire newEveryScale() {
        return new NewQuestionnaire("INTERNAL", null, "Khảo sát nội bộ", "Internal survey", List.of(), List.of(), List.of(
                level(Question.OVERALL, null), question("ONLINE", Scale.YES_NO, null, true, null, null),
                question("ONLINE-EASY", Scale.LEVEL, "ONLINE", true, null, null),
                question("VISITS", Scale.NUMBER, null, false, null, 50),
                new Question("WHY", null, Scale.TEXT, "Vì sao?", "Why?", null, "ONLINE", false,
                        new Condition("ONLINE-EASY", List.of(1, 2)), null, null, 20),
                question("SUGGESTION", Scale.TEXT, null, false, null, null)), List.of(), "ខ្មែរ",
                List.of(new Section("ONLINE", "Nộp hồ sơ trực tuyến", "Online", null, new Condition("ONLINE", List.of(1)))));
    }

    static Question question(String code, Scale scale, String section, boolean obligatory, Condition condition, Integer max) {
        return new Question(code, null, scale, "Câu " + code, "Question " + code, null, section, obligatory, condition,
                max == null ? null : 1, max, null);
    }

    private static NewQuestionnaire newEducation() {
        return with(
                List.of(new Topic("ACCESS", "Tiếp cận", "Access"), new Topic("RESULTS", "Kết quả", "Results")),
                List.of(level("ACCESS-1", "ACCESS"), level("ACCESS-2", "ACCESS"), level("RESULTS-1", "RESULTS"),
                        level(Question.OVERALL, null), percent("EXPECTATION")));
    }

    static NewQuestionnaire with(List<Topic> topics, List<Question> questions) {
        return new NewQuestionnaire("EDUCATION", new IndicatorCode("CT16"), "Giáo dục công lập", "Public education", List.of(),
                topics, questions,
                List.of(new RespondentGroup("PRIMARY-PARENTS", "Cha mẹ học sinh tiểu học", "Parents of primary pupils"),
                        new RespondentGroup("UPPER-SECONDARY-PUPILS", "Học sinh trung học phổ thông",
                                "Upper secondary pupils")));
    }

    static Question level(String code, String topic) {
        return new Question(code, topic, Scale.LEVEL, "Câu " + code, "Question " + code);
    }

    static Question percent(String code) {
        return new Question(code, null, Scale.PERCENT, "Câu " + code, "Question " + code);
    }
}
