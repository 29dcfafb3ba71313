package vn.cchc.survey.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.values.IndicatorCode;

/** Finds all violations of a questionnaire. */
class QuestionnaireCheck {

    /** A bound on the size of a list of questionnaires, which contains the questions. */
    private static final int MAX_QUESTIONS = 100;

    private final NewQuestionnaire request;
    private final Set<IndicatorCode> surveyIndicators;
    private final Set<String> topics;
    private final ViolationCollector violations = new ViolationCollector();

    /** @param surveyIndicators codes of the indicators that are measured by a survey */
    QuestionnaireCheck(NewQuestionnaire request, Set<IndicatorCode> surveyIndicators) {
        this.request = request;
        this.surveyIndicators = surveyIndicators;
        this.topics = request.topics().stream().map(Topic::code).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    ViolationCollector violations() {
        head();
        topics();
        questions();
        groups();
        return violations;
    }

    private void head() {
        violations.requireCode(request.code(), "/code");
        violations.require(request.indicator() != null && surveyIndicators.contains(request.indicator()), "/indicator",
                SurveyProblem.UNKNOWN_INDICATOR,
                surveyIndicators.stream().map(IndicatorCode::value).collect(Collectors.joining(", ")));
        violations.requireText(request.title(), "/title");
        violations.requireText(request.titleEn(), "/titleEn");
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

    private void questions() {
        List<Question> questions = request.questions();
        violations.require(questions.size() <= MAX_QUESTIONS, "/questions", SurveyProblem.TOO_MANY_QUESTIONS, MAX_QUESTIONS);
        uniqueCodes("/questions", questions.stream().map(Question::code).toList());
        for (int i = 0; i < questions.size(); i++) {
            question(questions.get(i), "/questions/" + i);
        }
        violations.require(questions.stream().anyMatch(Question::asksOverall), "/questions",
                SurveyProblem.OVERALL_QUESTION_MISSING);
        violations.require(questions.stream().filter(question -> question.scale() == Scale.PERCENT).count() <= 1, "/questions",
                SurveyProblem.MULTIPLE_PERCENT_QUESTIONS);
    }

    private void question(Question question, String at) {
        violations.requireText(question.text(), at + "/text");
        violations.requireText(question.textEn(), at + "/textEn");
        violations.require(question.topic() == null || topics.contains(question.topic()), at + "/topic",
                SurveyProblem.UNKNOWN_TOPIC, String.valueOf(question.topic()));
        violations.require(!question.asksOverall() || question.scale() == Scale.LEVEL, at + "/scale",
                SurveyProblem.OVERALL_SCALE_NOT_LEVEL);
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
