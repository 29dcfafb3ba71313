package vn.cchc.reporting.quality;

import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;

/** An accepted figure of the same unit under the same regime, of a period with an earlier cut-off day. */
public record PastFigure(PeriodCode period, DateRange window, int year, IndicatorCode indicator, Count count) {
}
