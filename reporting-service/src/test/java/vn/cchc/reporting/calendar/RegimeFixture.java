package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import vn.cchc.reporting.holiday.WorkingDays;

/** Regimes as an administrator would enter them. */
class RegimeFixture {

    static final WorkingDays NO_HOLIDAYS = new WorkingDays(Set.of(), Set.of());

    private static final WindowRule FROM_15_TO_14 = new WindowRule(12, 15, true);
    private static final WindowRule CALENDAR_YEAR = new WindowRule(1, 1, false);
    private static final WindowRule SCHOOL_YEAR = new WindowRule(9, 1, false);

    private final Regime regime = new Regime();

    private RegimeFixture(String code, WindowRule windowRule, List<PeriodType> periodTypes) {
        regime.code = code;
        regime.version = 1;
        regime.windowRule = windowRule;
        regime.periodTypes = periodTypes;
        regime.qualityRules = List.of();
        regime.deadlines = days(16, 18, 20);
    }

    /** The reports on administrative reform: Q1, H1, Q3 and the year, from day 15 to day 14. */
    static RegimeFixture cchc() {
        return new RegimeFixture("CCHC", FROM_15_TO_14, List.of(new PeriodType("Q1", 1, 3), new PeriodType("H1", 1, 6),
                new PeriodType("Q3", 7, 9), new PeriodType("", 1, 12)));
    }

    /** All parts of the year for which Decree 09/2019/NĐ-CP has a window, and nine months. */
    static RegimeFixture decree09() {
        Stream<PeriodType> others = Stream.of(new PeriodType("Q1", 1, 3), new PeriodType("Q2", 4, 6),
                new PeriodType("Q3", 7, 9), new PeriodType("Q4", 10, 12), new PeriodType("H1", 1, 6),
                new PeriodType("H2", 7, 12), new PeriodType("9M", 1, 9), new PeriodType("", 1, 12));
        return new RegimeFixture("ND09", FROM_15_TO_14, Stream.concat(months(), others).toList());
    }

    /** The reports on the control of administrative procedures: one for each calendar month. */
    static RegimeFixture procedures() {
        return new RegimeFixture("TTHC", CALENDAR_YEAR, months().toList());
    }

    static RegimeFixture schoolYear() {
        return new RegimeFixture("NAM-HOC", SCHOOL_YEAR,
                List.of(new PeriodType("HK1", 1, 5), new PeriodType("HK2", 6, 9), new PeriodType("", 1, 12)));
    }

    RegimeFixture version(int version) {
        regime.version = version;
        return this;
    }

    RegimeFixture valid(LocalDate from, LocalDate to) {
        regime.validFrom = from;
        regime.validTo = to;
        return this;
    }

    RegimeFixture dueOnDays(int unit, int department, int province) {
        regime.deadlines = days(unit, department, province);
        return this;
    }

    RegimeFixture dueAfterWorkingDays(int unit, int department, int province) {
        regime.deadlines = Map.of(ReportingLevel.UNIT, workingDays(unit), ReportingLevel.DEPARTMENT, workingDays(department),
                ReportingLevel.PROVINCE, workingDays(province));
        return this;
    }

    RegimeFixture startingOn(int day) {
        regime.windowRule = new WindowRule(12, day, true);
        return this;
    }

    Regime regime() {
        return regime;
    }

    Period period(String code) {
        return period(code, NO_HOLIDAYS);
    }

    Period period(String code, WorkingDays calendar) {
        int year = Integer.parseInt(code.substring(0, 4));
        return new RegimeVersions(List.of(regime)).periods(year, year, calendar).stream()
                .filter(period -> period.code().value().equals(code)).findFirst().orElseThrow();
    }

    private static Stream<PeriodType> months() {
        return IntStream.rangeClosed(1, 12).mapToObj(month -> new PeriodType("M%02d".formatted(month), month, month));
    }

    private static Map<ReportingLevel, DeadlineRule> days(int unit, int department, int province) {
        return Map.of(ReportingLevel.UNIT, day(unit), ReportingLevel.DEPARTMENT, day(department), ReportingLevel.PROVINCE,
                day(province));
    }

    private static DeadlineRule day(int day) {
        return new DeadlineRule(DeadlineRule.Basis.DAY_OF_MONTH, day);
    }

    private static DeadlineRule workingDays(int count) {
        return new DeadlineRule(DeadlineRule.Basis.WORKING_DAYS, count);
    }
}
