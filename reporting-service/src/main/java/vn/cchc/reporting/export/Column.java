package vn.cchc.reporting.export;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The columns of an export, in order. A cell is a number, a text or empty. */
enum Column {
    REGIME("regime", AcceptedFigure::regime),
    PERIOD("period", AcceptedFigure::period),
    UNIT("unit", AcceptedFigure::unit),
    UNIT_NAME("unitName", AcceptedFigure::unitName),
    INDICATOR("indicator", AcceptedFigure::indicator),
    INDICATOR_NAME("indicatorName", AcceptedFigure::indicatorName),
    NUMERATOR("numerator", AcceptedFigure::numerator),
    DENOMINATOR("denominator", AcceptedFigure::denominator),
    RATING("rating", AcceptedFigure::rating),
    STATEMENT("statement", AcceptedFigure::statement),
    REPORT("report", AcceptedFigure::report),
    VERSION("version", AcceptedFigure::version),
    SUBMITTED_BY("submittedBy", AcceptedFigure::submittedBy),
    SUBMITTED_AT("submittedAt", AcceptedFigure::submittedAt),
    ACCEPTED_BY("acceptedBy", AcceptedFigure::acceptedBy),
    ACCEPTED_AT("acceptedAt", AcceptedFigure::acceptedAt),
    SEAL("seal", AcceptedFigure::seal);

    private final String title;
    private final Function<AcceptedFigure, Object> value;

    Column(String title, Function<AcceptedFigure, Object> value) {
        this.title = title;
        this.value = value;
    }

    static List<Object> titles() {
        return Arrays.stream(values()).<Object> map(column -> column.title).toList();
    }

    static List<Object> cells(AcceptedFigure figure) {
        return Arrays.stream(values()).map(column -> column.cell(figure)).toList();
    }

    private Object cell(AcceptedFigure figure) {
        Object cell = value.apply(figure);
        if (cell == null) {
            return "";
        }
        return cell instanceof Number ? cell : cell.toString();
    }
}
