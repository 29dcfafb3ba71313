package vn.cchc.survey;

import java.util.List;

import jakarta.enterprise.inject.Produces;

import vn.cchc.rest.problem.ProblemCatalogue;
import vn.cchc.rest.problem.ProblemType;

/** What this service may refuse, beside what any service may. */
public enum SurveyProblem implements ProblemType {
    INVITATION_UNKNOWN(403),
    WRONG_CAMPAIGN_STATE(409),
    NO_RESULT_YET(409),
    QUESTIONNAIRE_EXISTS(409),
    NOTHING_TO_PUBLISH(422),

    MISSING(422),
    TOO_LONG(422),
    MALFORMED_CODE(422),
    DUPLICATE_CODE(422),
    OUT_OF_RANGE(422),
    ENDS_BEFORE_IT_BEGINS(422),
    UNKNOWN_INDICATOR(422),
    OTHER_CODE(422),
    OTHER_INDICATOR(422),
    UNKNOWN_QUESTIONNAIRE(422),
    UNKNOWN_FIELD(422),
    FIELD_WITHOUT_QUESTION(422),
    NO_OVERALL_QUESTION(422),
    TOO_MANY_QUESTIONS(422),
    OVERALL_IS_NOT_A_LEVEL(422),
    SECOND_PERCENT_QUESTION(422),
    UNKNOWN_GROUP(422),
    OTHER_GROUP(422),
    UNKNOWN_QUESTION(422),
    NOTHING_ANSWERED(422);

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
