package vn.cchc.values;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a reporting period (kỳ báo cáo), such as {@code 2025Q1}. */
public record PeriodCode(@JsonValue String value) implements Comparable<PeriodCode> {

    /** The syntax, as a regular expression. */
    public static final String SYNTAX = "(20[0-9]{2})([A-Z0-9-]{0,8})";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public PeriodCode {
        if (value == null || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a reporting period (kỳ báo cáo): " + value);
        }
    }

    /** @return empty if the text is not a code */
    public static Optional<PeriodCode> parse(String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new PeriodCode(text)) : Optional.empty();
    }

    /** Used by JAX-RS for path and query parameters. */
    public static PeriodCode fromString(String text) {
        return new PeriodCode(text);
    }

    /** The code of a whole reporting year, such as {@code 2025}. */
    public static PeriodCode ofYear(int year) {
        return new PeriodCode(String.valueOf(year));
    }

    public boolean isYear() {
        return value.length() == 4;
    }

    /** The year with which the code begins. */
    public int year() {
        return Integer.parseInt(value.substring(0, 4));
    }

    @Override
    public int compareTo(PeriodCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
