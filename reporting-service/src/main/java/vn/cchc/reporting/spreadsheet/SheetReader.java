package vn.cchc.reporting.spreadsheet;

import java.io.IOException;
import java.util.List;

/** Reads the rows of a file of one format. */
public interface SheetReader {

    String CSV = "text/csv";
    String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /**
     * The rows that are not empty.
     *
     * @param maxRows further rows are not read
     * @throws IOException if the file is not of this format
     */
    List<SheetRow> read(byte[] file, int maxRows) throws IOException;

    /** @param mediaType {@link #CSV} or {@link #XLSX} */
    static SheetReader of(String mediaType) {
        return mediaType.equals(XLSX) ? new XlsxReader() : new CsvReader();
    }
}
