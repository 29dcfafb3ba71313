package vn.cchc.survey;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** The problems that only this service reports. */
public enum SurveyProblem implements ProblemType {
    INVALID_INVITATION(403),
    WRONG_CAMPAIGN_STATE(409),
    RESULT_NOT_AVAILABLE(409),
    RESULT_NOT_FROZEN(409),
    TEXTS_SUPPRESSED(409),
    OPEN_LINK_ENDED(409),
    OPEN_LINK_FULL(409),
    OPEN_LINK_BUSY(503),
    QUESTIONNAIRE_EXISTS(409),
    RESULT_ALREADY_PUBLISHED(409),
    DECISION_NOT_APPLICABLE(409),
    CAMPAIGN_IN_USE(409),
    CAMPAIGN_WINDOW_OVER(409),
    MODE_NOT_ALLOWED(409),
    TOO_FEW_RESPONDENTS(422),

    MISSING(422),
    TOO_LONG(422),
    MALFORMED_CODE(422),
    DUPLICATE_CODE(422),
    OUT_OF_RANGE(422),
    ENDS_BEFORE_IT_BEGINS(422),
    UNKNOWN_INDICATOR(422),
    CODE_MISMATCH(422),
    INDICATOR_MISMATCH(422),
    UNKNOWN_QUESTIONNAIRE(422),
    UNKNOWN_TOPIC(422),
    TOPIC_WITHOUT_QUESTION(422),
    OVERALL_QUESTION_MISSING(422),
    TOO_MANY_QUESTIONS(422),
    OVERALL_SCALE_NOT_LEVEL(422),
    MULTIPLE_PERCENT_QUESTIONS(422),
    TOO_MANY_TEXT_QUESTIONS(422),
    UNKNOWN_SECTION(422),
    SECTION_WITHOUT_QUESTION(422),
    CONDITION_NOT_ON_EARLIER_QUESTION(422),
    CONDITION_WITHOUT_CHOICES(422),
    OVERALL_QUESTION_CONDITIONAL(422),
    BOUND_NOT_APPLICABLE(422),
    MAX_BELOW_MIN(422),
    UNKNOWN_GROUP(422),
    GROUP_MISMATCH(422),
    UNKNOWN_QUESTION(422),
    WRONG_ANSWER_MEMBER(422),
    QUESTION_NOT_ASKED(422),
    UNREADABLE_TEXT(422),
    WRONG_NUMBER_OF_ITEMS(422),
    REPEATED_NUMBER(422),
    UNREADABLE_FILE(400),
    NOT_IN_THE_FUTURE(422),
    NO_ANSWERS(422),
    MALFORMED_UNIT(422),
    MARGIN_OUT_OF_RANGE(422),
    TOO_MANY_STRATA(422),
    UNKNOWN_STRATUM(422),
    STRATUM_MISMATCH(422),
    STRATUM_INSTEAD_OF_GROUP(422),
    STRATUM_IN_USE(422),
    POPULATION_MISSING(422),
    GROUPS_MISSING(422);

    private final int status;

    SurveyProblem(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }

    static class Catalogue {

        @Produces
        ProblemCatalogue problems() {
            return () -> List.of(values());
        }
    }
}
