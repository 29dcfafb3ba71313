package vn.cchc.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** An Excel workbook. Texts are inline strings, because the table of shared strings would have to be kept in memory. */
public class XlsxTable implements Table {

    /** A sheet has 1,048,576 rows at most. */
    private static final int MAX_ROWS_OF_SHEET = 1_000_000;
    private static final int FLUSH_INTERVAL = 500;

    private final ReproducibleWorkbookStream out;
    private final Workbook workbook;
    private Worksheet sheet;
    private String name;
    private int number;
    private int row;

    /** @param name the name of the first sheet; a number follows it */
    public XlsxTable(OutputStream out, String name) {
        this.out = new ReproducibleWorkbookStream(out);
        this.workbook = new Workbook(this.out, "CCHC", "1.0");
        begin(name);
    }

    @Override
    public void add(List<Object> cells) throws IOException {
        if (row == MAX_ROWS_OF_SHEET) {
            sheet.finish();
            nextSheet();
        }
        for (int column = 0; column < cells.size(); column++) {
            SheetCells.write(sheet, row, column, cells.get(column));
        }
        row++;
        if (row % FLUSH_INTERVAL == 0) {
            sheet.flush();
        }
    }

    /** The rows that follow are in a sheet of their own. */
    public void beginSheet(String nextName) throws IOException {
        sheet.finish();
        begin(nextName);
    }

    private void begin(String nextName) {
        name = nextName;
        number = 0;
        nextSheet();
    }

    private void nextSheet() {
        number++;
        sheet = workbook.newWorksheet(name + ' ' + number);
        row = 0;
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
        out.finish();
    }
}
