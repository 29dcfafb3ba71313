package vn.cchc.survey.stratum;

import jakarta.persistence.Embeddable;

import vn.cchc.survey.questionnaire.RespondentGroup;

/**
 * A part of the population that is sampled and counted apart (tầng), such as the respondents of one group in one unit.
 *
 * @param groupCode code of the group of respondents; null for all groups
 * @param unit code of the unit; null for all units
 * @param place name of the place; null for all places
 * @param population number of people in it; null if it is not known
 */
@Embeddable
public record Stratum(String code, String name, String nameEn, String groupCode, String unit, String place, Long population) {

    /** The stratum of a group in a campaign without strata of its own. */
    static Stratum of(RespondentGroup group) {
        return new Stratum(group.code(), group.name(), group.nameEn(), group.code(), null, null, null);
    }
}
