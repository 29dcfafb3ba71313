package vn.cchc.reporting.spreadsheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/** The first sheet of an Excel workbook. */
class XlsxReader implements SheetReader {

    /** A compressed file can grow a thousandfold, and the shared texts are read at once. */
    private static final long MAX_UNCOMPRESSED = 32L * 1024 * 1024;
    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    @Override
    public List<SheetRow> read(byte[] file, int maxRows) throws IOException {
        requireSmall(file);
        List<SheetRow> rows = new ArrayList<>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(file), WITH_FORMATS);
                Stream<Row> found = workbook.getFirstSheet().openStream()) {
            for (Iterator<Row> each = found.iterator(); each.hasNext() && rows.size() < maxRows;) {
                SheetRow row = row(each.next());
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
        } catch (ExcelReaderException e) {
            throw new IOException(e);
        }
        return rows;
    }

    private static void requireSmall(byte[] file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(file)).get()) {
            byte[] part = new byte[8192];
            long size = 0;
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                // What the entry says of its size can be wrong.
                InputStream content = zip.getInputStream(entry);
                for (int read = content.read(part); read >= 0; read = content.read(part)) {
                    size += read;
                    if (size > MAX_UNCOMPRESSED) {
                        throw new IOException("the workbook grows too large");
                    }
                }
            }
        }
    }

    private static SheetRow row(Row row) throws IOException {
        String[] texts = new String[row.getCellCount()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = row.getOptionalCell(i).map(XlsxReader::text).orElse(null);
        }
        return new SheetRow(row.getRowNum(), Cells.of(texts));
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return isDate(cell) ? cell.asDate().toLocalDate().toString() : cell.asNumber().toPlainString();
        }
        return cell.getText();
    }

    private static boolean isDate(Cell cell) {
        String format = cell.getDataFormatString();
        return format != null && format.toLowerCase(Locale.ROOT).matches(".*(yy|dd).*");
    }
}
