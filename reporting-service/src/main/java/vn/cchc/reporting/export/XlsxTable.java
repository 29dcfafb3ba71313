package vn.cchc.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook. Texts stand in their cells, not in the table of shared strings that would have to be kept in memory. */
class XlsxTable implements Table {

    /** A sheet has 1,048,576 rows at most. */
    private static final int ROWS_OF_SHEET = 1_000_000;
    private static final int ROWS_IN_MEMORY = 500;

    private final Workbook workbook;
    private Worksheet sheet;
    private int sheets;
    private int row;

    XlsxTable(OutputStream out) {
        this.workbook = new Workbook(out, "CCHC", "1.0");
        nextSheet();
    }

    @Override
    public void add(List<Object> cells) throws IOException {
        if (row == ROWS_OF_SHEET) {
            sheet.finish();
            nextSheet();
        }
        for (int column = 0; column < cells.size(); column++) {
            write(column, cells.get(column));
        }
        row++;
        if (row % ROWS_IN_MEMORY == 0) {
            sheet.flush();
        }
    }

    private void nextSheet() {
        sheets++;
        sheet = workbook.newWorksheet("Figures " + sheets);
        row = 0;
    }

    private void write(int column, Object cell) {
        if (cell instanceof Number number) {
            sheet.value(row, column, number);
            return;
        }
        String text = (String) cell;
        sheet.inlineString(row, column, text);
        if (FormulaGuard.looksLikeFormula(text)) {
            // A text is never calculated; in a cell of the format "text" it stays one even when somebody edits it.
            sheet.style(row, column).format("@").set();
        }
    }

    @Override
    public void end() throws IOException {
        workbook.finish();
    }
}
