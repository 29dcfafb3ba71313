package vn.cchc.survey.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.values.IndicatorCode;

/** Finds all violations of a questionnaire. */
class QuestionnaireCheck {

    /** A bound on the size of a list of questionnaires, which contains the questions. */
    private static final int MAX_QUESTIONS = 100;
    /** Each takes space in every answer, whether it is used or not. */
    private static final int MAX_TEXT_QUESTIONS = 10;

    private final NewQuestionnaire request;
    private final Set<IndicatorCode> surveyIndicators;
    private final Set<String> topics;
    private final Set<String> sections;
    private final ViolationCollector violations = new ViolationCollector();

    /** @param surveyIndicators codes of the indicators that are measured by a survey */
    QuestionnaireCheck(NewQuestionnaire request, Set<IndicatorCode> surveyIndicators) {
        this.request = request;
        this.surveyIndicators = surveyIndicators;
        this.topics = request.topics().stream().map(Topic::code).filter(Objects::nonNull).collect(Collectors.toSet());
        this.sections = request.sections().stream().map(Section::code).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    ViolationCollector violations() {
        head();
        topics();
        sections();
        questions();
        groups();
        return violations;
    }

    private void head() {
        violations.requireCode(request.code(), "/code");
        violations.require(request.indicator() == null || surveyIndicators.contains(request.indicator()), "/indicator",
                SurveyProblem.UNKNOWN_INDICATOR,
                surveyIndicators.stream().map(IndicatorCode::value).collect(Collectors.joining(", ")));
        violations.requireText(request.title(), "/title");
        violations.requireText(request.titleEn(), "/titleEn");
        khmer(request.titleKm(), "/titleKm");
        for (int i = 0; i < request.sources().size(); i++) {
            violations.requireText(request.sources().get(i), "/sources/" + i);
        }
    }

    private void topics() {
        uniqueCodes("/topics", request.topics().stream().map(Topic::code).toList());
        Set<String> topicsWithQuestions = request.questions().stream().map(Question::topic).collect(Collectors.toSet());
        for (int i = 0; i < request.topics().size(); i++) {
            Topic topic = request.topics().get(i);
            violations.requireText(topic.name(), "/topics/" + i + "/name");
            violations.requireText(topic.nameEn(), "/topics/" + i + "/nameEn");
            violations.require(topicsWithQuestions.contains(topic.code()), "/topics/" + i + "/code",
                    SurveyProblem.TOPIC_WITHOUT_QUESTION,
                    String.valueOf(topic.code()));
        }
    }

    private void sections() {
        uniqueCodes("/sections", request.sections().stream().map(Section::code).toList());
        for (int i = 0; i < request.sections().size(); i++) {
            Section section = request.sections().get(i);
            String at = "/sections/" + i;
            violations.requireText(section.title(), at + "/title");
            violations.requireText(section.titleEn(), at + "/titleEn");
            khmer(section.titleKm(), at + "/titleKm");
            int first = firstQuestion(section);
            violations.require(first < request.questions().size(), at + "/code", SurveyProblem.SECTION_WITHOUT_QUESTION,
                    String.valueOf(section.code()));
            condition(section.condition(), first, at + "/condition");
        }
    }

    private int firstQuestion(Section section) {
        List<Question> questions = request.questions();
        int first = 0;
        while (first < questions.size()
                && (section.code() == null || !section.code().equals(questions.get(first).section()))) {
            first++;
        }
        return first;
    }

    private void questions() {
        List<Question> questions = request.questions();
        violations.require(questions.size() <= MAX_QUESTIONS, "/questions", SurveyProblem.TOO_MANY_QUESTIONS, MAX_QUESTIONS);
        uniqueCodes("/questions", questions.stream().map(Question::code).toList());
        for (int i = 0; i < questions.size(); i++) {
            question(questions.get(i), "/questions/" + i);
            condition(questions.get(i).condition(), i, "/questions/" + i + "/condition");
        }
        violations.require(questions.stream().anyMatch(Question::asksOverall), "/questions",
                SurveyProblem.OVERALL_QUESTION_MISSING);
        violations.require(questions.stream().filter(question -> question.scale() == Scale.PERCENT).count() <= 1, "/questions",
                SurveyProblem.MULTIPLE_PERCENT_QUESTIONS);
        violations.require(
                questions.stream().filter(question -> question.scale() == Scale.TEXT).count() <= MAX_TEXT_QUESTIONS,
                "/questions", SurveyProblem.TOO_MANY_TEXT_QUESTIONS, MAX_TEXT_QUESTIONS);
    }

    private void question(Question question, String at) {
        violations.requireText(question.text(), at + "/text");
        violations.requireText(question.textEn(), at + "/textEn");
        violations.require(question.topic() == null || topics.contains(question.topic()), at + "/topic",
                SurveyProblem.UNKNOWN_TOPIC, String.valueOf(question.topic()));
        violations.require(!question.asksOverall() || question.scale() == Scale.LEVEL, at + "/scale",
                SurveyProblem.OVERALL_SCALE_NOT_LEVEL);
        khmer(question.textKm(), at + "/textKm");
        violations.require(question.section() == null || sections.contains(question.section()), at + "/section",
                SurveyProblem.UNKNOWN_SECTION, String.valueOf(question.section()));
        violations.require(!question.asksOverall() || isAlwaysAsked(question), at + "/condition",
                SurveyProblem.OVERALL_QUESTION_CONDITIONAL);
        bounds(question, at);
    }

    private boolean isAlwaysAsked(Question question) {
        return question.condition() == null && request.sections().stream()
                .filter(section -> section.code() != null && section.code().equals(question.section()))
                .allMatch(section -> section.condition() == null);
    }

    private void bounds(Question question, String at) {
        boolean number = question.scale() == Scale.NUMBER;
        bound(question.min(), number, 0, Scale.NUMBER.highest(), at + "/min");
        bound(question.max(), number, 0, Scale.NUMBER.highest(), at + "/max");
        bound(question.maxLength(), question.scale() == Scale.TEXT, 1, Question.MAX_TEXT, at + "/maxLength");
        violations.require(!number || question.lowest() <= question.highest(), at + "/max", SurveyProblem.MAX_BELOW_MIN);
    }

    private void bound(Integer bound, boolean applicable, int min, int max, String at) {
        if (bound != null && applicable) {
            violations.requireRange(min, max, bound, at);
        }
        violations.require(bound == null || applicable, at, SurveyProblem.BOUND_NOT_APPLICABLE);
    }

    /**
     * @param position of the first question that depends on the condition: only the questions before it are answered by then
     */
    private void condition(Condition condition, int position, String at) {
        if (condition == null) {
            return;
        }
        Optional<Question> earlier = request.questions().subList(0, position).stream()
                .filter(question -> question.code() != null && question.code().equals(condition.question())).findFirst();
        violations.require(earlier.isPresent(), at + "/question", SurveyProblem.CONDITION_NOT_ON_EARLIER_QUESTION,
                String.valueOf(condition.question()));
        violations.require(!condition.values().isEmpty(), at + "/values", SurveyProblem.MISSING);
        earlier.ifPresent(question -> values(condition, question, at));
    }

    private void values(Condition condition, Question question, String at) {
        violations.require(question.scale().hasChoices(), at + "/question", SurveyProblem.CONDITION_WITHOUT_CHOICES,
                question.code());
        for (int i = 0; question.scale().hasChoices() && i < condition.values().size(); i++) {
            violations.requireRange(0, question.scale().highest(), condition.values().get(i), at + "/values/" + i);
        }
    }

    private void khmer(String text, String at) {
        if (text != null) {
            violations.requireText(text, at);
        }
    }

    private void groups() {
        uniqueCodes("/groups", request.groups().stream().map(RespondentGroup::code).toList());
        for (int i = 0; i < request.groups().size(); i++) {
            violations.requireText(request.groups().get(i).name(), "/groups/" + i + "/name");
            violations.requireText(request.groups().get(i).nameEn(), "/groups/" + i + "/nameEn");
        }
    }

    private void uniqueCodes(String list, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String at = list + '/' + i + "/code";
            violations.requireCode(code, at);
            violations.require(code == null || seen.add(code), at, SurveyProblem.DUPLICATE_CODE, String.valueOf(code));
        }
    }
}
