package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reporting period (kỳ báo cáo): {@code 2025Q1}, {@code 2025H1}, {@code 2025M03}, {@code 20259M} or {@code 2025}. */
public record Period(int year, PeriodType span) {

    private static final Pattern CODE = Pattern.compile("(20\\d\\d)(.*)");

    static Optional<Period> parse(String code) {
        Matcher parts = CODE.matcher(code);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return PeriodType.ofSuffix(parts.group(2)).map(span -> new Period(Integer.parseInt(parts.group(1)), span));
    }

    public String code() {
        return year + span.suffix();
    }

    /** First day of the window. */
    public LocalDate from() {
        return span.from(year);
    }

    /** Last day of the window, on which figures are cut off (ngày chốt số liệu). */
    public LocalDate to() {
        return span.to(year);
    }

    public LocalDate yearFrom() {
        return PeriodType.YEAR.from(year);
    }

    public boolean isAnnual() {
        return span == PeriodType.YEAR;
    }
}
