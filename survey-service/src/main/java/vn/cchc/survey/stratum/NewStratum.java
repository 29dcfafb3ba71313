package vn.cchc.survey.stratum;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.SurveyProblem;
import vn.cchc.survey.ViolationCollector;
import vn.cchc.survey.questionnaire.Questionnaire;
import vn.cchc.values.UnitCode;

@Schema(description = "Input of a stratum (tầng)")
public record NewStratum(
        @Schema(description = "Code of capitals, digits and hyphens, unique in the campaign", examples = "PRIMARY-PARENTS-VP") String code,
        @Schema(examples = "Cha mẹ học sinh tiểu học, Văn phòng") String name,
        @Schema(examples = "Parents of primary pupils, Office") String nameEn,
        @Schema(description = "Code of a group of the questionnaire; null for all groups", examples = "PRIMARY-PARENTS", nullable = true) String group,
        @Schema(description = "Code of the unit; null for all units", examples = "VP", nullable = true) String unit,
        @Schema(description = "Name of the place; null for all places", examples = "Thành phố Sóc Trăng", nullable = true) String place,
        @Schema(description = "Number of people in the stratum, 1 to 100,000,000; null if it is not known", examples = "1000", nullable = true) Integer population) {

    private static final int MAX_POPULATION = 100_000_000;

    public void addViolations(ViolationCollector violations, String at) {
        violations.requireCode(code, at + "/code");
        violations.requireText(name, at + "/name");
        violations.requireText(nameEn, at + "/nameEn");
        violations.require(unit == null || UnitCode.parse(unit).isPresent(), at + "/unit", SurveyProblem.MALFORMED_UNIT);
        if (place != null) {
            violations.requireText(place, at + "/place");
        }
        if (population != null) {
            violations.requireRange(1, MAX_POPULATION, population, at + "/population");
        }
    }

    public void addViolations(ViolationCollector violations, String at, Questionnaire questionnaire) {
        violations.require(group == null || questionnaire.hasGroup(group), at + "/group", SurveyProblem.UNKNOWN_GROUP,
                String.valueOf(group));
    }

    public Stratum toStratum() {
        return new Stratum(code, name, nameEn, group, unit, place, population == null ? null : population.longValue());
    }
}
