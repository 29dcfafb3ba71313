package vn.cchc.reporting.quality;

/** A part of a counted figure. */
public enum Part {
    NUMERATOR,
    DENOMINATOR;

    public long of(Count count) {
        return this == NUMERATOR ? count.numerator() : count.denominator();
    }

    /** The last token of its JSON pointer. */
    public String field() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
