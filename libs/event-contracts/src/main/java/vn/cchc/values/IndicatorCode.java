package vn.cchc.values;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of an indicator (chỉ số), such as {@code CT05.1}. */
public record IndicatorCode(@JsonValue String value) implements Comparable<IndicatorCode> {

    /** The syntax, as a regular expression. */
    public static final String SYNTAX = "[A-Z][A-Z0-9-]{1,20}([.][0-9]{1,3})?";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public IndicatorCode {
        if (value == null || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of an indicator (chỉ số): " + value);
        }
    }

    /** @return empty if the text is not a code */
    public static Optional<IndicatorCode> parse(String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new IndicatorCode(text)) : Optional.empty();
    }

    /** Used by JAX-RS for path and query parameters. */
    public static IndicatorCode fromString(String text) {
        return new IndicatorCode(text);
    }

    @Override
    public int compareTo(IndicatorCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
