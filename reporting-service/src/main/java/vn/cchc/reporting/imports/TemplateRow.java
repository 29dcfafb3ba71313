package vn.cchc.reporting.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import vn.cchc.reporting.indicator.Indicator;
import vn.cchc.reporting.quality.Part;
import vn.cchc.reporting.report.Figure;
import vn.cchc.reporting.report.Rating;
import vn.cchc.reporting.unit.UnitLife;

/**
 * One row of a template.
 *
 * @param figure the figure that is entered; null without one
 * @param derived the parts that the import computes; their cells stay empty
 */
record TemplateRow(UnitLife unit, Indicator indicator, Figure figure, Set<Part> derived, NumberLocale locale) {

    /** Numbers, texts and null for empty cells, in the order of the columns. */
    List<Object> cells() {
        return Arrays.asList(unit.code(), unit.name(), indicator.code().value(),
                locale.isVietnamese() ? indicator.name() : indicator.nameEn(), count(Part.NUMERATOR),
                count(Part.DENOMINATOR), figure == null ? null : rating(figure.rating()),
                figure == null ? null : figure.statement());
    }

    boolean isOpen(ImportColumn column) {
        return column.isEntry() && derived.stream().noneMatch(part -> ImportColumn.of(part) == column);
    }

    private Long count(Part part) {
        if (figure == null || derived.contains(part)) {
            return null;
        }
        return part == Part.NUMERATOR ? figure.numerator() : figure.denominator();
    }

    private String rating(Rating rating) {
        if (rating == null || !locale.isVietnamese()) {
            return rating == null ? null : rating.name();
        }
        return switch (rating) {
            case NOT_ACHIEVED -> "Chưa đạt";
            case PARTLY_ACHIEVED -> "Đạt một phần";
            case ACHIEVED -> "Đạt";
        };
    }
}
