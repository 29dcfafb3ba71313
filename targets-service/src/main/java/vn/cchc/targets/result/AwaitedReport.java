package vn.cchc.targets.result;

import java.time.LocalDate;

/**
 * A report for which an indicator's result waits.
 *
 * @param unit code of the unit that must report
 * @param period code of the period
 * @param due last day on which the report is on time
 * @param overdue whether that day is past and the report is not handed in
 */
public record AwaitedReport(String unit, String period, LocalDate due, boolean overdue) {
}
