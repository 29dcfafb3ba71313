package vn.cchc.system.settings;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A setting {@code cchc.*} as the code declares it.
 *
 * @param name {@code *} stands for a key
 * @param initial the default, or null
 * @param optional whether it may be absent without a default
 */
record Setting(String name, String component, String type, String initial, boolean optional, String meaning) {

    String variable() {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9*]", "_").replace("*", "…");
    }

    String row() {
        String value = initial != null ? "`" + initial + "`" : optional ? "–" : "required";
        return Stream.of("`" + name + "`<br>`" + variable() + "`", type, value, meaning)
                .map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
