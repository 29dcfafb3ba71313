package vn.cchc.values;

import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The code of a plan (kế hoạch), such as {@code KH-SGDDT-2022}. */
public record PlanCode(@JsonValue String value) implements Comparable<PlanCode> {

    /** The syntax, as a regular expression. */
    public static final String SYNTAX = "[A-Z][A-Z0-9-]{1,34}";

    private static final Pattern PATTERN = Pattern.compile(SYNTAX);

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public PlanCode {
        if (value == null || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a plan (kế hoạch): " + value);
        }
    }

    /** @return empty if the text is not a code */
    public static Optional<PlanCode> parse(String text) {
        return text != null && PATTERN.matcher(text).matches() ? Optional.of(new PlanCode(text)) : Optional.empty();
    }

    /** Used by JAX-RS for path and query parameters. */
    public static PlanCode fromString(String text) {
        return new PlanCode(text);
    }

    @Override
    public int compareTo(PlanCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
