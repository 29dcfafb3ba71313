package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import vn.cchc.reporting.holiday.WorkingDays;
import vn.cchc.values.PeriodCode;

/**
 * The versions of one regime. A version is in force from the first day of its validity until the next version is.
 *
 * @param versions at least one, in ascending order
 */
record RegimeVersions(List<Regime> versions) {

    /** The last year of which the syntax of a period code allows. */
    private static final int LAST_YEAR = 2099;

    Regime latest() {
        return versions.get(versions.size() - 1);
    }

    /** Empty before the first version, and after the end of the version that would be in force. */
    Optional<Regime> inForceOn(LocalDate day) {
        return versions.stream().filter(version -> !version.validity().startsAfter(day)).reduce((earlier, later) -> later)
                .filter(version -> version.validity().contains(day));
    }

    Regime version(int number) {
        return versions.stream().filter(version -> version.version == number).findFirst().orElseThrow();
    }

    int yearOf(LocalDate day) {
        return inForceOn(day).orElse(latest()).yearOf(day);
    }

    /** The periods whose cut-off lies in the validity of a version, each as that version defines it. */
    Collection<Period> periods(int firstYear, int lastYear, WorkingDays calendar) {
        Map<PeriodCode, Period> periods = new LinkedHashMap<>();
        for (Regime version : versions) {
            int first = version.validFrom == null ? firstYear : Math.max(firstYear, version.yearOf(version.validFrom));
            for (int year = first; year <= Math.min(lastYear, LAST_YEAR); year++) {
                for (PeriodType type : version.periodTypes) {
                    Period period = version.period(type, year, calendar);
                    if (inForceOn(period.to()).filter(version::equals).isPresent()) {
                        periods.put(period.code(), period);
                    }
                }
            }
        }
        return periods.values();
    }
}
