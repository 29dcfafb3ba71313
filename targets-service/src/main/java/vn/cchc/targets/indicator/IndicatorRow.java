package vn.cchc.targets.indicator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/**
 * A row of {@code plan/indicators.csv}, the measurable reading of the plan's section II.
 *
 * @param achievedIn the year in which a qualitative indicator is to be achieved
 * @param leadUnit code of the unit that leads it
 * @param leadUntil last day on which that unit exists, where it was abolished without a successor
 */
@JsonIgnoreProperties("unit")
public record IndicatorRow(String code, int target, String nameVi, String nameEn, String timeBasis, String direction,
        BigDecimal milestone2021, BigDecimal milestone2022, BigDecimal milestone2023, BigDecimal milestone2024,
        BigDecimal milestone2025, BigDecimal milestone2030, Integer achievedIn, String continuationRule, String numerator,
        String denominator, String source, String leadUnit, LocalDate leadUntil) {

    IndicatorType type() {
        return switch (source) {
            case "survey" -> IndicatorType.SURVEY;
            case "qualitative" -> IndicatorType.QUALITATIVE;
            default -> direction.equals("reduction") ? IndicatorType.REDUCTION : IndicatorType.RATIO;
        };
    }

    TimeBasis basis() {
        return timeBasis == null ? null : TimeBasis.valueOf(timeBasis.toUpperCase(Locale.ROOT));
    }

    Direction wanted() {
        return switch (type()) {
            case QUALITATIVE -> null;
            case REDUCTION -> Direction.AT_LEAST;
            default -> Direction.valueOf(direction.toUpperCase(Locale.ROOT));
        };
    }

    ContinuationRule rule() {
        return ContinuationRule.valueOf(continuationRule.toUpperCase(Locale.ROOT));
    }

    List<Milestone> milestones() {
        if (achievedIn != null) {
            return List.of(new Milestone(achievedIn, null));
        }
        return Stream
                .of(new Milestone(2021, milestone2021), new Milestone(2022, milestone2022), new Milestone(2023, milestone2023),
                        new Milestone(2024, milestone2024), new Milestone(2025, milestone2025),
                        new Milestone(2030, milestone2030))
                .filter(milestone -> milestone.percent() != null).toList();
    }
}
