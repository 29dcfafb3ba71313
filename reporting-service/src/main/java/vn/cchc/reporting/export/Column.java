package vn.cchc.reporting.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The columns of an export, in order. A cell is a number, a text or empty. */
enum Column {
    REGIME("regime", ExportRow::regime),
    PERIOD("period", ExportRow::period),
    UNIT("unit", ExportRow::unit),
    UNIT_NAME("unitName", ExportRow::unitName),
    INDICATOR("indicator", ExportRow::indicator),
    INDICATOR_NAME("indicatorName", ExportRow::indicatorName),
    NUMERATOR("numerator", ExportRow::numerator),
    DENOMINATOR("denominator", ExportRow::denominator),
    RATING("rating", ExportRow::rating),
    STATEMENT("statement", ExportRow::statement),
    REPORT("report", ExportRow::report),
    VERSION("version", ExportRow::version),
    SUBMITTED_BY("submittedBy", ExportRow::submittedBy),
    SUBMITTED_AT("submittedAt", ExportRow::submittedAt),
    ACCEPTED_BY("acceptedBy", ExportRow::acceptedBy),
    ACCEPTED_AT("acceptedAt", ExportRow::acceptedAt),
    SEAL("seal", ExportRow::seal);

    private final String title;
    private final Function<ExportRow, Object> value;

    Column(String title, Function<ExportRow, Object> value) {
        this.title = title;
        this.value = value;
    }

    static List<Object> titles() {
        return Arrays.stream(values()).<Object> map(column -> column.title).toList();
    }

    static List<Object> cells(ExportRow figure) {
        return Arrays.stream(values()).map(column -> column.cell(figure)).toList();
    }

    private Object cell(ExportRow figure) {
        Object cell = value.apply(figure);
        if (cell == null) {
            return "";
        }
        return cell instanceof Number ? cell : cell.toString();
    }
}
