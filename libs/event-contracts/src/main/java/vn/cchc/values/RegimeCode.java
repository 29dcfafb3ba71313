package vn.cchc.values;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a reporting regime (chế độ báo cáo), such as {@code CCHC}. */
public record RegimeCode(@JsonValue String value) implements Comparable<RegimeCode> {

    /** The syntax, as a regular expression. */
    public static final String SYNTAX = "[A-Z][A-Z0-9-]{1,34}";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public RegimeCode {
        if (value == null || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a reporting regime (chế độ báo cáo): " + value);
        }
    }

    /** @return empty if the text is not a code */
    public static Optional<RegimeCode> parse(String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new RegimeCode(text)) : Optional.empty();
    }

    /** Used by JAX-RS for path and query parameters. */
    public static RegimeCode fromString(String text) {
        return new RegimeCode(text);
    }

    @Override
    public int compareTo(RegimeCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
