package vn.cchc.targets.task;

import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import vn.cchc.values.PlanCode;

/** The code of a task: that of its plan, the number of its group and its number there, such as {@code KH-SGDDT-2022.III.6}. */
public record TaskCode(@JsonValue String value) {

    private static final Pattern PATTERN = Pattern.compile("[A-Z][A-Z0-9-]{1,34}([.][A-Z0-9-]{1,20}){0,4}");

    /** @throws IllegalArgumentException if the text is not a code */
    @JsonCreator
    public TaskCode {
        if (value == null || !PATTERN.matcher(value).matches()) {
            throw new IllegalArgumentException("not a code of a task (nhiệm vụ): " + value);
        }
    }

    static TaskCode of(PlanCode plan, String group, String number) {
        return new TaskCode(plan + "." + group + "." + number);
    }

    /** Used by JAX-RS for path and query parameters. */
    public static TaskCode fromString(String text) {
        return new TaskCode(text);
    }

    @Override
    public String toString() {
        return value;
    }
}
