package vn.cchc.spreadsheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads the rows of a file of one format. */
public interface SheetReader {

    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * Opens a file that is read row by row, so that memory does not grow with the file.
     *
     * @throws IOException if the file is not of this format, or would take much more memory than its size
     */
    SheetRows open(Path file) throws IOException;

    /**
     * The rows that are not empty.
     *
     * @param maxRows further rows are not read
     * @throws IOException if the file is not of this format
     */
    default List<SheetRow> read(byte[] content, int maxRows) throws IOException {
        Path file = Files.createTempFile("sheet", null);
        try {
            Files.write(file, content);
            List<SheetRow> read = new ArrayList<>();
            try (SheetRows rows = open(file)) {
                for (SheetRow row = rows.next(); row != null && read.size() < maxRows; row = rows.next()) {
                    read.add(row);
                }
            }
            return read;
        } finally {
            Files.delete(file);
        }
    }

    /** @param mediaType {@link #CSV} or {@link #XLSX} */
    static SheetReader of(String mediaType) {
        return mediaType.equals(XLSX) ? new XlsxReader() : new CsvReader();
    }
}
