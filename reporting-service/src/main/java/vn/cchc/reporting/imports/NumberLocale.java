package vn.cchc.reporting.imports;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/** How a file writes numbers. A number of the other locale is refused, never guessed: {@code 1.234} is 1234 or 1,234. */
public enum NumberLocale {
    VI_VN("vi-VN", '.', ','),
    EN_US("en-US", ',', '.');

    private final String tag;
    private final char grouping;
    private final char decimal;
    private final Pattern syntax;

    NumberLocale(String tag, char grouping, char decimal) {
        this.tag = tag;
        this.grouping = grouping;
        this.decimal = decimal;
        this.syntax = Pattern
                .compile("-?([0-9]{1,19}|[0-9]{1,3}(\\" + grouping + "[0-9]{3}){1,6})(\\" + decimal + "[0-9]{1,19})?");
    }

    static NumberLocale of(String tag) {
        return VI_VN.tag.equals(tag) ? VI_VN : EN_US;
    }

    String tag() {
        return tag;
    }

    boolean isVietnamese() {
        return this == VI_VN;
    }

    /** @return empty if the text is no number of this locale */
    Optional<BigDecimal> parse(String text) {
        if (!syntax.matcher(text).matches()) {
            return Optional.empty();
        }
        return Optional.of(new BigDecimal(text.replace(String.valueOf(grouping), "").replace(decimal, '.')));
    }
}
