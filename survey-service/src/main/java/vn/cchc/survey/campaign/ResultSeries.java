package vn.cchc.survey.campaign;

import java.util.Optional;

import vn.cchc.rest.problem.ProblemException;
import vn.cchc.survey.SurveyProblem;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

/**
 * The published results of one indicator, year and method.
 *
 * @param indicator null for internal use: there is no series then, and each campaign has its own result
 * @param plan code of the indicator's plan; null until its definition is received
 * @param latestVersion version of the latest result; 0 if none is published
 */
record ResultSeries(IndicatorCode indicator, PlanCode plan, int year, int latestVersion) {

    /** A published result is replaced only by a decision. */
    int nextVersion(Optional<Decision> decision) {
        if (latestVersion > 0 && decision.isEmpty()) {
            throw new ProblemException(SurveyProblem.RESULT_ALREADY_PUBLISHED, indicator, String.valueOf(year));
        }
        if (latestVersion == 0 && decision.isPresent()) {
            throw new ProblemException(SurveyProblem.DECISION_NOT_APPLICABLE, indicator == null ? "–" : indicator,
                    String.valueOf(year));
        }
        return latestVersion + 1;
    }
}
