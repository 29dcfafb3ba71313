package vn.cchc.survey.stratum;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;

/**
 * The stratum that a request names.
 *
 * @param group its former name, for campaigns without strata of their own: there a stratum is a group
 */
public record StratumChoice(String stratum, String group) {

    /** Null if none is named. */
    public String code() {
        return stratum == null ? group : stratum;
    }

    public void addViolations(ViolationCollector violations, StratumCodes strata) {
        violations.require(stratum == null || strata.contains(stratum), "/stratum", SurveyProblem.UNKNOWN_STRATUM,
                String.valueOf(stratum));
        violations.require(group == null || !strata.own() && strata.contains(group), "/group",
                strata.own() ? SurveyProblem.STRATUM_INSTEAD_OF_GROUP : SurveyProblem.UNKNOWN_GROUP, String.valueOf(group));
        violations.require(stratum == null || group == null || stratum.equals(group), "/group", SurveyProblem.STRATUM_MISMATCH,
                String.valueOf(stratum));
    }

    /** @param invited code of the invitation's stratum; null if it has none */
    public void requireMatch(ViolationCollector violations, String invited) {
        boolean matches = invited == null || code() == null || invited.equals(code());
        violations.require(matches || stratum == null, "/stratum", SurveyProblem.STRATUM_MISMATCH, String.valueOf(invited));
        violations.require(matches || stratum != null, "/group", SurveyProblem.GROUP_MISMATCH, String.valueOf(invited));
    }
}
