package vn.cchc.targets.period;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.Test;

class ReportingYearTest {

    @Test
    void theYearOfARegimeEndsWithItsPeriods() {
        assertThat(PeriodFixture.cchc(2026).firstDay()).isEqualTo(LocalDate.of(2025, 12, 15));
        assertThat(PeriodFixture.cchc(2026).lastDay()).isEqualTo(LocalDate.of(2026, 12, 14));
        assertThat(PeriodFixture.cchc(2026).lastCutOff()).contains(LocalDate.of(2026, 12, 14));
    }

    @Test
    void withoutKnownPeriodsItIsTheCalendarYear() {
        ReportingYear year = ReportingYear.of(2026, List.of());

        assertThat(year.firstDay()).isEqualTo(LocalDate.of(2026, 1, 1));
        assertThat(year.lastDay()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(year.lastCutOff()).isEmpty();
    }
}
