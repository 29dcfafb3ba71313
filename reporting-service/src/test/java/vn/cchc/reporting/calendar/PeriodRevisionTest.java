package vn.cchc.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cchc.reporting.calendar.RegimeFixture.cchc;

import java.time.LocalDate;
import java.util.Set;

import org.junit.jupiter.api.Test;

import vn.cchc.reporting.holiday.WorkingDays;

/** The first quarter of 2027 has its cut-off on Sunday 14 March, and the unit deadline on Tuesday 16 March. */
class PeriodRevisionTest {

    private static final WorkingDays DAY_OFF_ON_16_MARCH = new WorkingDays(Set.of(day(16)), Set.of());

    private final Period known = cchc().period("2027Q1");

    @Test
    void aNewHolidayMovesADeadlineThatLiesAhead() {
        Period next = known.revision(cchc().period("2027Q1", DAY_OFF_ON_16_MARCH), day(1)).orElseThrow();

        assertThat(next.version).isEqualTo(2);
        assertThat(next.deadline(ReportingLevel.UNIT)).isEqualTo(day(17));
        assertThat(next.deadline(ReportingLevel.DEPARTMENT)).isEqualTo(day(18));
        assertThat(known.deadline(ReportingLevel.UNIT)).isEqualTo(day(16));
    }

    @Test
    void aDeadlineThatIsReachedStaysEvenIfTheDayTurnsIntoAHoliday() {
        assertThat(known.revision(cchc().period("2027Q1", DAY_OFF_ON_16_MARCH), day(16))).isEmpty();
    }

    @Test
    void eachLevelKeepsTheDeadlineThatItHasReached() {
        Period next = known.revision(cchc().dueOnDays(17, 19, 22).period("2027Q1"), day(16)).orElseThrow();

        assertThat(next.deadline(ReportingLevel.UNIT)).isEqualTo(day(16));
        assertThat(next.deadline(ReportingLevel.DEPARTMENT)).isEqualTo(day(19));
        assertThat(next.deadline(ReportingLevel.PROVINCE)).isEqualTo(day(22));
    }

    @Test
    void noDeadlineMovesIntoThePast() {
        Period later = cchc().dueOnDays(20, 22, 24).period("2027Q1");

        assertThat(later.revision(known, day(17)).orElseThrow().deadline(ReportingLevel.UNIT)).isEqualTo(day(22));
    }

    @Test
    void aWindowStaysOnceItsCutOffIsReached() {
        Period derived = cchc().startingOn(20).period("2027Q1");

        assertThat(known.revision(derived, day(13)).orElseThrow().to()).isEqualTo(day(19));
        assertThat(known.revision(derived, day(14)).orElseThrow().to()).isEqualTo(day(14));
    }

    @Test
    void whatDoesNotChangeIsNoNewVersion() {
        assertThat(known.revision(cchc().version(2).period("2027Q1"), day(1))).isEmpty();
    }

    @Test
    void aPeriodThatIsNoLongerRequiredIsCancelledOnlyBeforeItsCutOff() {
        Period cancelled = known.cancellation(day(13)).orElseThrow();

        assertThat(cancelled.isCancelled()).isTrue();
        assertThat(cancelled.version).isEqualTo(2);
        assertThat(cancelled.cancellation(day(13))).isEmpty();
        assertThat(known.cancellation(day(14))).isEmpty();
        assertThat(cancelled.revision(known, day(13)).orElseThrow().isCancelled()).isFalse();
    }

    private static LocalDate day(int ofMarch) {
        return LocalDate.of(2027, 3, ofMarch);
    }
}
