package vn.cchc.survey.export;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Question;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.Scale;

/**
 * The questions that are columns of an export. Texts are not among them: in its row a text would tell whose the row is. A
 * number such as an age may be known to others, so numbers identify together with the stratum.
 *
 * @param identifying those of the questions whose answers others may know
 */
record AnswerColumns(List<Question> questions, List<String> identifying) {

    static AnswerColumns of(Questionnaire questionnaire, Set<String> without) {
        ViolationCollector violations = new ViolationCollector();
        // Otherwise a mistyped code would leave a number in that should be left out.
        new TreeSet<>(without).forEach(code -> violations.require(questionnaire.question(code).isPresent(), "without",
                SurveyProblem.UNKNOWN_QUESTION, code));
        violations.throwIfAny();
        List<Question> questions = questionnaire.questions().stream()
                .filter(question -> question.scale() != Scale.TEXT && !without.contains(question.code())).toList();
        return new AnswerColumns(questions, questions.stream().filter(question -> question.scale() == Scale.NUMBER)
                .map(Question::code).toList());
    }

    List<String> codes() {
        return questions.stream().map(Question::code).toList();
    }
}
