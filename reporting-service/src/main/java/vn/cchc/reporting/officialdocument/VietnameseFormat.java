package vn.cchc.reporting.officialdocument;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.Locale;

/** Numbers and dates as Vietnamese documents write them. */
public final class VietnameseFormat {

    private static final DecimalFormatSymbols SYMBOLS = new DecimalFormatSymbols(Locale.ROOT);

    static {
        SYMBOLS.setDecimalSeparator(',');
        SYMBOLS.setGroupingSeparator('.');
    }

    private VietnameseFormat() {
    }

    /** Such as {@code 1.234.567}. */
    public static String number(BigInteger number) {
        return new DecimalFormat("#,##0", SYMBOLS).format(number);
    }

    public static String number(long number) {
        return number(BigInteger.valueOf(number));
    }

    /** Such as {@code 85,00 %}, with a space that does not break. */
    public static String percent(BigDecimal percent) {
        return new DecimalFormat("#,##0.00", SYMBOLS).format(percent) + "\u00a0%";
    }

    /** Such as {@code ngày 05 tháng 02 năm 2025}: days below 10, and months 1 and 2, have a leading zero. */
    public static String date(LocalDate date) {
        return "ngày %02d tháng %s năm %d".formatted(date.getDayOfMonth(),
                date.getMonthValue() <= 2 ? "0" + date.getMonthValue() : date.getMonthValue(), date.getYear());
    }
}
