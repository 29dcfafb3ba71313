package vn.cchc.values;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a unit (đơn vị), such as {@code VP}. */
public record UnitCode(@JsonValue String value) implements Comparable<UnitCode> {

    /** The syntax, as a regular expression. */
    public static final String SYNTAX = "[A-Z][A-Z0-9-]{1,34}";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public UnitCode {
        if (value == null || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a unit (đơn vị): " + value);
        }
    }

    /** @return empty if the text is not a code */
    public static Optional<UnitCode> parse(String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new UnitCode(text)) : Optional.empty();
    }

    /** Used by JAX-RS for path and query parameters. */
    public static UnitCode fromString(String text) {
        return new UnitCode(text);
    }

    @Override
    public int compareTo(UnitCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
