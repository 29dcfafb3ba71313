package vn.cchc.reporting.consolidated;

import java.util.UUID;

import vn.cchc.reporting.report.Rating;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodFigure;
import vn.cchc.values.UnitCode;

/**
 * One unit's accepted figure in a period.
 *
 * @param annual whether the period is the reporting year
 */
record UnitFigure(IndicatorCode indicator, UnitCode unit, UUID report, String period, DateRange window, boolean annual,
        Long numerator, Long denominator, Rating rating) implements PeriodFigure {
}
