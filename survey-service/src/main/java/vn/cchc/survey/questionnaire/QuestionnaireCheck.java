package vn.cchc.survey.questionnaire;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

/** Finds everything that keeps an input from being a questionnaire. */
class QuestionnaireCheck {

    /** The plan's targets that are measured by asking people. */
    private static final List<String> INDICATORS = List.of("CT14", "CT15", "CT16");

    /** More than anybody answers; a list of questionnaires shows them whole. */
    private static final int MOST_QUESTIONS = 100;

    private final NewQuestionnaire wanted;
    private final Set<String> fields;
    private final ViolationCollector violations = new ViolationCollector();

    QuestionnaireCheck(NewQuestionnaire wanted) {
        this.wanted = wanted;
        this.fields = wanted.fields().stream().map(Field::code).filter(Objects::nonNull).collect(Collectors.toSet());
    }

    ViolationCollector violations() {
        head();
        fields();
        questions();
        groups();
        return violations;
    }

    private void head() {
        violations.unlessCode(wanted.code(), "/code");
        violations.unless(INDICATORS.contains(String.valueOf(wanted.indicator())), "/indicator",
                SurveyProblem.UNKNOWN_INDICATOR,
                String.join(", ", INDICATORS));
        violations.unlessText(wanted.title(), "/title");
        violations.unlessText(wanted.titleEn(), "/titleEn");
        for (int i = 0; i < wanted.sources().size(); i++) {
            violations.unlessText(wanted.sources().get(i), "/sources/" + i);
        }
    }

    private void fields() {
        uniqueCodes("/fields", wanted.fields().stream().map(Field::code).toList());
        Set<String> asked = wanted.questions().stream().map(Question::field).collect(Collectors.toSet());
        for (int i = 0; i < wanted.fields().size(); i++) {
            Field field = wanted.fields().get(i);
            violations.unlessText(field.name(), "/fields/" + i + "/name");
            violations.unlessText(field.nameEn(), "/fields/" + i + "/nameEn");
            violations.unless(asked.contains(field.code()), "/fields/" + i + "/code", SurveyProblem.FIELD_WITHOUT_QUESTION,
                    String.valueOf(field.code()));
        }
    }

    private void questions() {
        List<Question> questions = wanted.questions();
        violations.unless(questions.size() <= MOST_QUESTIONS, "/questions", SurveyProblem.TOO_MANY_QUESTIONS, MOST_QUESTIONS);
        uniqueCodes("/questions", questions.stream().map(Question::code).toList());
        for (int i = 0; i < questions.size(); i++) {
            question(questions.get(i), "/questions/" + i);
        }
        violations.unless(questions.stream().anyMatch(Question::isOverall), "/questions", SurveyProblem.NO_OVERALL_QUESTION);
        violations.unless(questions.stream().filter(question -> question.scale() == Scale.PERCENT).count() <= 1, "/questions",
                SurveyProblem.SECOND_PERCENT_QUESTION);
    }

    private void question(Question question, String at) {
        violations.unlessText(question.text(), at + "/text");
        violations.unlessText(question.textEn(), at + "/textEn");
        violations.unless(question.field() == null || fields.contains(question.field()), at + "/field",
                SurveyProblem.UNKNOWN_FIELD, String.valueOf(question.field()));
        violations.unless(!question.isOverall() || question.scale() == Scale.LEVEL, at + "/scale",
                SurveyProblem.OVERALL_IS_NOT_A_LEVEL);
    }

    private void groups() {
        uniqueCodes("/groups", wanted.groups().stream().map(RespondentGroup::code).toList());
        for (int i = 0; i < wanted.groups().size(); i++) {
            violations.unlessText(wanted.groups().get(i).name(), "/groups/" + i + "/name");
            violations.unlessText(wanted.groups().get(i).nameEn(), "/groups/" + i + "/nameEn");
        }
    }

    private void uniqueCodes(String list, List<String> codes) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < codes.size(); i++) {
            String code = codes.get(i);
            String at = list + '/' + i + "/code";
            violations.unlessCode(code, at);
            violations.unless(code == null || seen.add(code), at, SurveyProblem.DUPLICATE_CODE, String.valueOf(code));
        }
    }
}
