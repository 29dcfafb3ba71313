package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

/**
 * The parts of a year that are reported. Each begins on day 15 of the month before its first month and ends on day 14 of its
 * last one, so that the parts touch and never overlap (Decree 09/2019/NĐ-CP, art. 12; nine months are derived from it).
 */
public enum PeriodType {
    M01(1, 1),
    M02(2, 2),
    M03(3, 3),
    M04(4, 4),
    M05(5, 5),
    M06(6, 6),
    M07(7, 7),
    M08(8, 8),
    M09(9, 9),
    M10(10, 10),
    M11(11, 11),
    M12(12, 12),
    Q1(1, 3),
    Q2(4, 6),
    Q3(7, 9),
    Q4(10, 12),
    H1(1, 6),
    H2(7, 12),
    NINE_MONTHS(1, 9),
    YEAR(1, 12);

    private static final int FIRST_DAY = 15;
    private static final int LAST_DAY = 14;

    private final int firstMonth;
    private final int lastMonth;

    PeriodType(int firstMonth, int lastMonth) {
        this.firstMonth = firstMonth;
        this.lastMonth = lastMonth;
    }

    /** What stands after the year in a period's code: nothing for the year itself. */
    String suffix() {
        return switch (this) {
            case YEAR -> "";
            case NINE_MONTHS -> "9M";
            default -> name();
        };
    }

    static Optional<PeriodType> ofSuffix(String suffix) {
        return Arrays.stream(values()).filter(span -> span.suffix().equals(suffix)).findFirst();
    }

    LocalDate from(int year) {
        return LocalDate.of(year, firstMonth, FIRST_DAY).minusMonths(1);
    }

    LocalDate to(int year) {
        return LocalDate.of(year, lastMonth, LAST_DAY);
    }
}
