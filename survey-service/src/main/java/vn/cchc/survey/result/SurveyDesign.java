package vn.cchc.survey.result;

import java.util.List;

import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.survey.stratum.Stratum;

/**
 * How a survey was made, and how its result is computed.
 *
 * @param stratified whether the strata are the campaign's own, so that its sample was drawn by them
 * @param suppressBelow figures of fewer respondents are suppressed (k)
 */
public record SurveyDesign(Questionnaire questionnaire, List<Stratum> strata, boolean stratified, Method method,
        int suppressBelow) {
}
