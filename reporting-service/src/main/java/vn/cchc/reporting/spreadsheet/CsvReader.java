package vn.cchc.reporting.spreadsheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;

/** CSV by RFC 4180 in UTF-8, with or without a byte-order mark. */
class CsvReader implements SheetReader {

    private static final CsvMapper CSV = new CsvMapper();

    @Override
    public List<SheetRow> read(byte[] file, int maxRows) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        try (MappingIterator<String[]> records = CSV.readerFor(String[].class).with(CsvParser.Feature.WRAP_AS_ARRAY)
                .readValues(file)) {
            for (int number = 1; records.hasNextValue() && rows.size() < maxRows; number++) {
                var row = new SheetRow(number, Cells.of(records.nextValue()));
                if (!row.isEmpty()) {
                    rows.add(row);
                }
            }
        }
        return rows;
    }
}
