package vn.cchc.survey.result;

import java.util.List;
import java.util.function.Predicate;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.questionnaire.RespondentGroup;
import vn.cchc.survey.questionnaire.Scale;
import vn.cchc.survey.questionnaire.Topic;

/**
 * The parts of a result: some strata, or some questions with the scale LEVEL.
 *
 * @param strata all strata, and the respondents without one
 */
record ResultParts(Questionnaire questionnaire, List<StratumCounts> strata, List<String> questions) {

    ResultParts(Questionnaire questionnaire, List<StratumCounts> strata) {
        this(questionnaire, strata, CountedStrata.codes(questionnaire.questions(Scale.LEVEL)));
    }

    List<String> questionsOf(String topic) {
        return CountedStrata.codes(questionnaire.levelsOf(topic));
    }

    List<String> topics() {
        return questionnaire.topics().stream().map(Topic::code).toList();
    }

    List<String> groups() {
        return questionnaire.groups().stream().map(RespondentGroup::code).toList();
    }

    /** In the order of the campaign. */
    List<String> units() {
        return strata.stream().map(StratumCounts::unit).filter(code -> !code.isEmpty()).distinct().toList();
    }

    List<StratumCounts> inStratum(String code) {
        return in(each -> each.code().equals(code));
    }

    List<StratumCounts> inGroup(String code) {
        return in(each -> each.group().equals(code));
    }

    List<StratumCounts> inUnit(String code) {
        return in(each -> each.unit().equals(code));
    }

    private List<StratumCounts> in(Predicate<StratumCounts> part) {
        return strata.stream().filter(part).toList();
    }
}
