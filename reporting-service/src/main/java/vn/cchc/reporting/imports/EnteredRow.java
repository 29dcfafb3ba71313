package vn.cchc.reporting.imports;

import java.util.List;

import vn.cchc.reporting.report.NewFigure;
import vn.cchc.spreadsheet.SheetRow;

/**
 * A row of a file as far as it can be understood without the database.
 *
 * @param conflicts of the cells that could not be read
 */
record EnteredRow(SheetRow source, String unit, String indicator, NewFigure figure, List<Conflict> conflicts) {

    int number() {
        return source.number();
    }

    /** A row of a template that nobody has filled in. */
    boolean isBlank() {
        return conflicts.isEmpty() && figure.numerator() == null && figure.denominator() == null && figure.rating() == null
                && figure.statement() == null;
    }
}
