package vn.cchc.spreadsheet;

import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.Worksheet;

/** Writes numbers and texts into a sheet so that no text is evaluated or changed. */
public final class SheetCells {

    private SheetCells() {
    }

    /** @param cell a number or a text */
    public static void write(Worksheet sheet, int row, int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
            return;
        }
        String text = (String) cell;
        String escaped = OoxmlText.escape(text);
        if (OoxmlText.needsPreservedSpace(text)) {
            // The library writes xml:space="preserve" only for rich inline strings.
            sheet.inlineString(row, column, RichText.builder().run(escaped).end().build());
        } else {
            sheet.inlineString(row, column, escaped);
        }
        if (FormulaGuard.looksLikeFormula(text)) {
            // With the number format "text" Excel does not evaluate the cell, even after somebody edits it.
            sheet.style(row, column).format("@").set();
        }
    }
}
