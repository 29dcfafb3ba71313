package vn.cchc.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static vn.cchc.reporting.calendar.RegimeFixture.NO_HOLIDAYS;
import static vn.cchc.reporting.calendar.RegimeFixture.cchc;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class RegimeVersionsTest {

    private static final LocalDate MID_2025 = LocalDate.of(2025, 7, 1);

    @Test
    void aVersionReplacesTheEarlierOnesFromItsFirstDay() {
        Regime first = cchc().regime();
        Regime second = cchc().version(2).valid(MID_2025, null).dueOnDays(17, 19, 22).regime();
        RegimeVersions regime = new RegimeVersions(List.of(first, second));

        assertThat(regime.inForceOn(MID_2025.minusDays(1))).contains(first);
        assertThat(regime.inForceOn(MID_2025)).contains(second);
        assertThat(regime.periods(2025, 2025, NO_HOLIDAYS)).extracting(period -> period.code().value(),
                period -> period.deadline(ReportingLevel.UNIT).getDayOfMonth())
                .containsExactlyInAnyOrder(tuple("2025Q1", 17), tuple("2025H1", 16), tuple("2025Q3", 17), tuple("2025", 17));
    }

    @Test
    void aRegimeRequiresNothingAfterItsEnd() {
        RegimeVersions regime = new RegimeVersions(
                List.of(cchc().regime(), cchc().version(2).valid(LocalDate.of(2025, 1, 1), MID_2025).regime()));

        assertThat(regime.inForceOn(MID_2025.plusDays(1))).isEmpty();
        assertThat(regime.periods(2025, 2026, NO_HOLIDAYS)).extracting(period -> period.code().value())
                .containsExactlyInAnyOrder("2025Q1", "2025H1");
    }

    @Test
    void aRegimeRequiresNothingBeforeItsFirstDay() {
        RegimeVersions regime = new RegimeVersions(List.of(cchc().valid(MID_2025, null).regime()));

        assertThat(regime.periods(2020, 2025, NO_HOLIDAYS)).extracting(period -> period.code().value())
                .containsExactlyInAnyOrder("2025Q3", "2025");
    }
}
