package vn.cchc.targets.result;

import java.time.LocalDate;

import vn.cchc.values.PeriodCode;
import vn.cchc.values.UnitCode;

/**
 * A report for which an indicator's result waits.
 *
 * @param unit the unit that must report
 * @param due last day on which the report is on time
 * @param overdue whether that day is past and the report is not handed in
 */
public record AwaitedReport(UnitCode unit, PeriodCode period, LocalDate due, boolean overdue) {
}
