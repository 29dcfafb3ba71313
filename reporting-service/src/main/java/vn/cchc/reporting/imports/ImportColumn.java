package vn.cchc.reporting.imports;

import java.util.Arrays;
import java.util.Optional;

import vn.cchc.reporting.quality.Part;

/** The columns of a file of figures; their order is that of the template. */
enum ImportColumn {
    UNIT("unit", "Mã đơn vị", 14),
    UNIT_NAME("unitName", "Tên đơn vị", 30),
    INDICATOR("indicator", "Mã chỉ số", 12),
    INDICATOR_NAME("indicatorName", "Tên chỉ số", 60),
    NUMERATOR("numerator", "Tử số", 14),
    DENOMINATOR("denominator", "Mẫu số", 14),
    RATING("rating", "Mức đánh giá", 18),
    STATEMENT("statement", "Thuyết minh", 60);

    private final String title;
    private final String vietnamese;
    private final int width;

    ImportColumn(String title, String vietnamese, int width) {
        this.title = title;
        this.vietnamese = vietnamese;
        this.width = width;
    }

    /** By a title in either language. */
    static Optional<ImportColumn> titled(String text) {
        return Arrays.stream(values())
                .filter(column -> column.title.equals(text) || column.vietnamese.equalsIgnoreCase(text)).findFirst();
    }

    String title() {
        return title;
    }

    String title(NumberLocale locale) {
        return locale.isVietnamese() ? vietnamese : title;
    }

    int width() {
        return width;
    }

    /** Whether a template leaves the cells of this column open for entries. */
    boolean isEntry() {
        return compareTo(NUMERATOR) >= 0;
    }

    /** The names only help the reader. */
    boolean isName() {
        return this == UNIT_NAME || this == INDICATOR_NAME;
    }

    static ImportColumn of(Part part) {
        return part == Part.NUMERATOR ? NUMERATOR : DENOMINATOR;
    }

    /** The column of a field of a figure. */
    static ImportColumn ofField(String pointer) {
        return Arrays.stream(values()).filter(column -> pointer.endsWith('/' + column.title)).findFirst().orElse(INDICATOR);
    }
}
