package vn.cchc.survey.stratum;

import java.math.BigDecimal;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

@Schema(name = "Stratum", description = "Part of the population that is sampled and counted apart (tầng)")
public record StratumView(@Schema(description = "Code, unique in the campaign", examples = "PRIMARY-PARENTS-VP") String code,
        @Schema(examples = "Cha mẹ học sinh tiểu học, Văn phòng") String name,
        @Schema(examples = "Parents of primary pupils, Office") String nameEn,
        @Schema(description = "Code of the group of respondents; null for all groups", examples = "PRIMARY-PARENTS", nullable = true) String group,
        @Schema(description = "Code of the unit; null for all units", examples = "VP", nullable = true) String unit,
        @Schema(description = "Name of the place; null for all places", examples = "Thành phố Sóc Trăng", nullable = true) String place,
        @Schema(description = "Number of people in the stratum (N); null if it is not known", examples = "1000", nullable = true) Long population,
        @Schema(description = "Planned number of respondents: N ÷ (1 + N·e²), rounded up; null without a population", examples = "286", nullable = true) Long plannedSample) {

    public static StratumView of(Stratum stratum, BigDecimal marginOfError) {
        return new StratumView(stratum.code(), stratum.name(), stratum.nameEn(), stratum.groupCode(), stratum.unit(),
                stratum.place(), stratum.population(),
                stratum.population() == null ? null : SampleSize.of(stratum.population(), marginOfError));
    }
}
