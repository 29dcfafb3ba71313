package vn.cchc.targets.plan;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import vn.cchc.targets.indicator.ContinuationRule;
import vn.cchc.targets.indicator.Direction;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.IndicatorView.MilestoneView;
import vn.cchc.targets.indicator.NewIndicator;
import vn.cchc.targets.indicator.Provenance;
import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.UnitCode;

/**
 * A row of {@code plan/{code}/indicators.csv}, the measurable reading of a plan's targets.
 *
 * @param directionSource whether the plan prints the direction ("tối thiểu", "ít nhất", "trở lên") or it is our reading
 * @param achievedIn the year in which a qualitative indicator is to be achieved
 * @param leadUnit code of the unit that leads it
 * @param leadSource whether the plan names the unit for this subject or it is our reading
 * @param leadUntil last day on which that unit exists, where it was abolished without a successor
 */
@JsonIgnoreProperties("unit")
record IndicatorRow(IndicatorCode code, int target, String nameVi, String nameEn, String timeBasis, String direction,
        String directionSource, BigDecimal milestone2021, BigDecimal milestone2022, BigDecimal milestone2023,
        BigDecimal milestone2024, BigDecimal milestone2025, BigDecimal milestone2030, Integer achievedIn,
        String continuationRule, String numerator, String denominator, String source, UnitCode leadUnit, String leadSource,
        LocalDate leadUntil) {

    NewIndicator toNewIndicator() {
        return new NewIndicator(code, target, nameVi, nameEn, type(), constant(TimeBasis.class, timeBasis), wantedDirection(),
                constant(Provenance.class, directionSource), milestones(), constant(ContinuationRule.class, continuationRule),
                numerator, denominator, leadUnit, constant(Provenance.class, leadSource), leadUntil,
                List.of());
    }

    private IndicatorType type() {
        return switch (source) {
            case "survey" -> IndicatorType.SURVEY;
            case "qualitative" -> IndicatorType.QUALITATIVE;
            default -> direction.equals("reduction") ? IndicatorType.REDUCTION : IndicatorType.RATIO;
        };
    }

    private Direction wantedDirection() {
        return switch (type()) {
            case QUALITATIVE -> null;
            case REDUCTION -> Direction.AT_LEAST;
            default -> constant(Direction.class, direction);
        };
    }

    private List<MilestoneView> milestones() {
        if (achievedIn != null) {
            return List.of(new MilestoneView(achievedIn, null));
        }
        return Stream
                .of(new MilestoneView(2021, milestone2021), new MilestoneView(2022, milestone2022),
                        new MilestoneView(2023, milestone2023), new MilestoneView(2024, milestone2024),
                        new MilestoneView(2025, milestone2025), new MilestoneView(2030, milestone2030))
                .filter(milestone -> milestone.percent() != null).toList();
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String name) {
        return name == null ? null : Enum.valueOf(type, name.toUpperCase(Locale.ROOT));
    }
}
