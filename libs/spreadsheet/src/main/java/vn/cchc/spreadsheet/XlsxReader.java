package vn.cchc.spreadsheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/** The first sheet of an Excel workbook. */
class XlsxReader implements SheetReader {

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    /** Beyond it the digits of a number would fill the memory. */
    private static final int MAX_SCALE = 400;
    private static final int MAX_PROPERTIES = 20;

    @Override
    public SheetRows open(Path file) throws IOException {
        WorkbookGuard.check(file);
        return attempt(() -> new Rows(new ReadableWorkbook(file.toFile(), WITH_FORMATS)));
    }

    private interface Attempt<T> {
        T run() throws IOException;
    }

    /** The library answers a damaged workbook with exceptions of any kind. */
    private static <T> T attempt(Attempt<T> attempt) throws IOException {
        try {
            return attempt.run();
        } catch (RuntimeException e) {
            throw new IOException(e);
        }
    }

    private static final class Rows implements SheetRows {

        private final ReadableWorkbook workbook;
        private final Sheet sheet;
        private final Stream<Row> stream;
        private final Iterator<Row> rows;
        private final Map<String, String> properties = new HashMap<>();

        Rows(ReadableWorkbook workbook) throws IOException {
            this.workbook = workbook;
            try {
                sheet = workbook.getFirstSheet();
                readProperties();
                stream = sheet.openStream();
                rows = stream.iterator();
            } catch (IOException | RuntimeException e) {
                workbook.close();
                throw e;
            }
        }

        private void readProperties() throws IOException {
            Sheet hidden = workbook.findSheet(PROPERTIES).orElse(null);
            if (hidden != null) {
                try (Stream<Row> found = hidden.openStream()) {
                    found.limit(MAX_PROPERTIES).filter(row -> row.getCellCount() > 1)
                            .forEach(row -> properties.put(row.getCellText(0), row.getCellText(1)));
                }
            }
        }

        @Override
        public String sheet() {
            return sheet.getName();
        }

        @Override
        public Map<String, String> properties() {
            return properties;
        }

        @Override
        public SheetRow next() throws IOException {
            return attempt(this::read);
        }

        private SheetRow read() throws IOException {
            while (rows.hasNext()) {
                SheetRow row = row(rows.next());
                if (!row.isEmpty()) {
                    return row;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            stream.close();
            workbook.close();
        }
    }

    private static SheetRow row(Row row) throws IOException {
        List<String> cells = new ArrayList<>(row.getCellCount());
        BitSet numbers = new BitSet();
        for (int i = 0; i < row.getCellCount(); i++) {
            Cell cell = row.getOptionalCell(i).orElse(null);
            boolean number = cell != null && cell.getValue() instanceof BigDecimal && !isDate(cell);
            numbers.set(i, number);
            cells.add(cell == null ? null : Cells.of(number ? digits((BigDecimal) cell.getValue()) : text(cell)));
        }
        return new SheetRow(row.getRowNum(), cells, numbers);
    }

    private static String digits(BigDecimal number) {
        return Math.abs((long) number.scale()) > MAX_SCALE ? number.toString() : number.stripTrailingZeros().toPlainString();
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return cell.asDate().toLocalDate().toString();
        }
        return cell.getValue() == null ? null : cell.getValue().toString();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return cell.getType() == CellType.NUMBER && format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|dd).*");
    }
}
