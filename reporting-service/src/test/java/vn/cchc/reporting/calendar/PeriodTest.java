package vn.cchc.reporting.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeriodTest {

    @ParameterizedTest
    @CsvSource({ "2025M03,2025-02-15,2025-03-14", "2025M01,2024-12-15,2025-01-14", "2025Q1,2024-12-15,2025-03-14",
            "2025Q3,2025-06-15,2025-09-14", "2025H1,2024-12-15,2025-06-14", "2025H2,2025-06-15,2025-12-14",
            "20259M,2024-12-15,2025-09-14", "2025,2024-12-15,2025-12-14" })
    void itsWindowIsTheDecrees(String code, LocalDate from, LocalDate to) {
        Period period = Period.parse(code).orElseThrow();

        assertThat(period.from()).isEqualTo(from);
        assertThat(period.to()).isEqualTo(to);
        assertThat(period.code()).isEqualTo(code);
    }

    @Test
    void monthsTouchAndNeverOverlap() {
        List<Period> months = IntStream.rangeClosed(2021, 2030).boxed()
                .flatMap(year -> IntStream.rangeClosed(1, 12)
                        .mapToObj(m -> Period.parse("%dM%02d".formatted(year, m)).orElseThrow()))
                .toList();

        for (int next = 1; next < months.size(); next++) {
            assertThat(months.get(next).from()).isEqualTo(months.get(next - 1).to().plusDays(1));
        }
    }

    @ParameterizedTest
    @EnumSource(PeriodType.class)
    void everySpanLiesInItsYear(PeriodType span) {
        Period period = new Period(2025, span);

        assertThat(period.from()).isAfterOrEqualTo(period.yearFrom());
        assertThat(period.to()).isBeforeOrEqualTo(LocalDate.of(2025, 12, 14));
        assertThat(Period.parse(period.code())).contains(period);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "25Q1", "2025Q5", "2025q1", "2025M13", "1999", "2025-Q1", "2025YEAR", "2025 " })
    void whatIsNoPeriodIsNone(String code) {
        assertThat(Period.parse(code)).isEmpty();
    }
}
