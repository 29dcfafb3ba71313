package vn.cchc.reporting.calendar;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.reporting.calendar.RegimeFixture.NO_HOLIDAYS;
import static vn.cchc.reporting.calendar.RegimeFixture.cchc;
import static vn.cchc.reporting.calendar.RegimeFixture.decree09;
import static vn.cchc.reporting.calendar.RegimeFixture.procedures;
import static vn.cchc.reporting.calendar.RegimeFixture.schoolYear;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import vn.cchc.reporting.holiday.WorkingDays;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({ "2025M03,2025-02-15,2025-03-14", "2025M01,2024-12-15,2025-01-14", "2025Q1,2024-12-15,2025-03-14",
            "2025Q3,2025-06-15,2025-09-14", "2025H1,2024-12-15,2025-06-14", "2025H2,2025-06-15,2025-12-14",
            "20259M,2024-12-15,2025-09-14", "2025,2024-12-15,2025-12-14" })
    void windowsByDecree09RunFromDay15ToDay14(String code, LocalDate from, LocalDate to) {
        Period period = decree09().period(code);

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.isAnnual()).isEqualTo(code.length() == 4);
    }

    @ParameterizedTest
    @CsvSource({ "2024M02,2024-02-01,2024-02-29", "2025M02,2025-02-01,2025-02-28", "2025M12,2025-12-01,2025-12-31" })
    void aCalendarMonthEndsOnItsLastDayAlsoInLeapYears(String code, LocalDate from, LocalDate to) {
        assertThat(procedures().period(code).from()).isEqualTo(from);
        assertThat(procedures().period(code).to()).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({ "2025HK1,2025-09-01,2026-01-31", "2025HK2,2026-02-01,2026-05-31", "2025,2025-09-01,2026-08-31" })
    void aSchoolYearBeginsInSeptember(String code, LocalDate from, LocalDate to) {
        assertThat(schoolYear().period(code).from()).isEqualTo(from);
        assertThat(schoolYear().period(code).to()).isEqualTo(to);
        assertThat(schoolYear().period(code).yearFrom()).isEqualTo(LocalDate.of(2025, 9, 1));
    }

    static Stream<Regime> regimes() {
        return Stream.of(decree09(), procedures(), schoolYear()).map(RegimeFixture::regime);
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void windowsOfOneLengthTouchAndNeverOverlap(Regime regime) {
        var byLength = new RegimeVersions(List.of(regime)).periods(2021, 2030, NO_HOLIDAYS).stream()
                .filter(period -> period.code().value().matches("\\d{4}|.*[MQH]\\d+"))
                .collect(groupingBy(period -> period.code().value().replaceAll("^\\d{4}|\\d+$", "")));

        byLength.values().forEach(periods -> {
            List<Period> inOrder = periods.stream().sorted((one, other) -> one.from().compareTo(other.from())).toList();
            for (int next = 1; next < inOrder.size(); next++) {
                assertThat(inOrder.get(next).from()).isEqualTo(inOrder.get(next - 1).to().plusDays(1));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void everyWindowLiesInItsReportingYear(Regime regime) {
        assertThat(new RegimeVersions(List.of(regime)).periods(2021, 2030, NO_HOLIDAYS)).isNotEmpty()
                .allSatisfy(period -> {
                    assertThat(period.from()).isAfterOrEqualTo(period.yearFrom());
                    assertThat(period.to()).isBeforeOrEqualTo(period.yearTo);
                    assertThat(regime.yearOf(period.from())).isEqualTo(period.year());
                    assertThat(regime.yearOf(period.to())).isEqualTo(period.year());
                });
    }

    @ParameterizedTest
    @CsvSource({ "2025-12-14,2025", "2025-12-15,2026", "2025-12-16,2026", "2026-01-01,2026" })
    void theReportingYearBeginsOn15December(LocalDate day, int year) {
        assertThat(cchc().regime().yearOf(day)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({ "2025-12-31,2025", "2026-01-01,2026" })
    void aCalendarYearBeginsOn1January(LocalDate day, int year) {
        assertThat(procedures().regime().yearOf(day)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({ "2026-08-31,2025", "2026-09-01,2026" })
    void aSchoolYearLastsUntilTheEndOfAugust(LocalDate day, int year) {
        assertThat(schoolYear().regime().yearOf(day)).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({ "2024H1,2024-06-17", "2025Q1,2025-03-17", "2025,2025-12-16", "2023H1,2023-06-16" })
    void afterACutOffOnAFridayTheUnitHasAtLeastTheMonday(String code, LocalDate deadline) {
        assertThat(cchc().period(code).deadline(ReportingLevel.UNIT)).isEqualTo(deadline);
    }

    @Test
    void aDeadlineOnADayOffMovesToTheNextWorkingDay() {
        assertThat(cchc().period("2025").deadline(ReportingLevel.PROVINCE)).isEqualTo(LocalDate.of(2025, 12, 22));
    }

    @Test
    void aDeadlineInTetMovesAfterTet() {
        WorkingDays tet2025 = new WorkingDays(LocalDate.of(2025, 1, 25).datesUntil(LocalDate.of(2025, 2, 3))
                .collect(toSet()), Set.of());
        RegimeFixture monthly = procedures().dueOnDays(28, 28, 28);
        RegimeFixture inWorkingDays = decree09().dueAfterWorkingDays(10, 12, 14);

        assertThat(monthly.period("2024M12", tet2025).deadline(ReportingLevel.UNIT)).isEqualTo(LocalDate.of(2025, 2, 3));
        assertThat(inWorkingDays.period("2025M01", tet2025).deadline(ReportingLevel.UNIT))
                .isEqualTo(LocalDate.of(2025, 2, 4));
    }

    @Test
    void aWeekendDayOnWhichWorkIsMadeUpIsAWorkingDay() {
        WorkingDays madeUp = new WorkingDays(Set.of(), Set.of(LocalDate.of(2024, 6, 15)));

        assertThat(cchc().dueAfterWorkingDays(1, 2, 3).period("2024H1", madeUp).deadline(ReportingLevel.UNIT))
                .isEqualTo(LocalDate.of(2024, 6, 15));
    }

    @Test
    void aDeadlineByDayOfMonthLiesAfterTheCutOffAlsoInTheNextMonth() {
        assertThat(procedures().dueOnDays(5, 8, 10).period("2025M01").deadline(ReportingLevel.UNIT))
                .isEqualTo(LocalDate.of(2025, 2, 5));
    }

    @ParameterizedTest
    @MethodSource("regimes")
    void noLevelIsDueBeforeTheLevelBelow(Regime regime) {
        assertThat(new RegimeVersions(List.of(regime)).periods(2021, 2030, NO_HOLIDAYS)).allSatisfy(period -> {
            assertThat(period.deadline(ReportingLevel.UNIT)).isAfter(period.to());
            assertThat(period.deadline(ReportingLevel.DEPARTMENT)).isAfterOrEqualTo(period.deadline(ReportingLevel.UNIT));
            assertThat(period.deadline(ReportingLevel.PROVINCE)).isAfterOrEqualTo(period.deadline(ReportingLevel.DEPARTMENT));
        });
    }
}
