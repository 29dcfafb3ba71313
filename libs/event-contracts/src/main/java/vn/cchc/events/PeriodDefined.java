package vn.cchc.events;

import java.time.LocalDate;

/**
 * A reporting period (kỳ báo cáo) of a regime with its window and its deadlines. From reporting-service. A deadline changes
 * when a holiday or the regime changes; the event then comes again with a higher version.
 *
 * @param regime code of the reporting regime (chế độ báo cáo), such as {@code CCHC}
 * @param code code of the period within the regime, such as {@code 2025Q1} or {@code 2025}
 * @param year the reporting year
 * @param from first day of the window
 * @param to last day of the window, the cut-off (ngày chốt số liệu)
 * @param yearFrom first day of the reporting year
 * @param yearTo last day of the reporting year
 * @param annual whether the window is the whole reporting year
 * @param unitDeadline last day on which a unit's report is on time
 * @param departmentDeadline last day on which the Department's report is on time
 * @param provinceDeadline last day on which the province's report is on time
 * @param cancelled whether a later version of the regime no longer requires reports for the period; no report is then expected
 * @param version rises with every change of the period
 */
public record PeriodDefined(String regime, String code, int year, LocalDate from, LocalDate to, LocalDate yearFrom,
        LocalDate yearTo, boolean annual, LocalDate unitDeadline, LocalDate departmentDeadline, LocalDate provinceDeadline,
        boolean cancelled, long version) implements Event {

    public static final String TOPIC = "cchc.periods";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return regime + '|' + code;
    }
}
