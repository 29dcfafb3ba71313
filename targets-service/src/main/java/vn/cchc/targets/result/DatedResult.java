package vn.cchc.targets.result;

import java.time.LocalDate;

import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.PeriodCode;

/** A counted result over all units, with the day whose state it is, or the last day of its window. */
public record DatedResult(PeriodCode period, LocalDate cutOff, Ratio ratio) {
}
