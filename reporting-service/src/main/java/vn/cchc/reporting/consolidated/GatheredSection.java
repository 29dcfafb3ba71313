package vn.cchc.reporting.consolidated;

import java.util.Arrays;
import java.util.Optional;

/** The sections for which the units write a text. */
enum GatheredSection {
    RESULTS("results"),
    DIFFICULTIES("difficulties"),
    INITIATIVES("initiatives"),
    PROPOSALS("proposals");

    private final String column;

    GatheredSection(String column) {
        this.column = column;
    }

    static Optional<GatheredSection> of(Section section) {
        return Arrays.stream(values()).filter(gathered -> gathered.name().equals(section.name())).findFirst();
    }

    /** The column of an accepted version. */
    String column() {
        return column;
    }
}
