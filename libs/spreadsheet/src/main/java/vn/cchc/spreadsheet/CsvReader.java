package vn.cchc.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/**
 * CSV by RFC 4180 in UTF-8, with or without a byte-order mark. The separator is a comma, or a semicolon as spreadsheets
 * write it where the comma separates decimals.
 */
class CsvReader implements SheetReader {

    /** A spreadsheet has no longer cell. */
    private static final int MAX_CELL = 100_000;
    private static final int MAX_CELLS = 1_000;
    private static final int LOOK_AHEAD = 8_192;
    private static final BitSet NO_NUMBERS = new BitSet();
    private static final CsvFactory CSV = CsvFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(MAX_CELL).build()).build();

    @Override
    public SheetRows open(Path file) throws IOException {
        Reader text = Files.newBufferedReader(file, UTF_8);
        try {
            return new Rows(text);
        } catch (IOException | RuntimeException e) {
            text.close();
            throw e;
        }
    }

    private static final class Rows implements SheetRows {

        private final CsvParser parser;
        private final Map<String, String> properties = new HashMap<>();
        private SheetRow pending;
        private int number;

        Rows(Reader text) throws IOException {
            parser = CSV.createParser(text);
            text.mark(LOOK_AHEAD);
            char[] start = new char[LOOK_AHEAD];
            int read = Math.max(text.read(start), 0);
            text.reset();
            if (read > 0 && start[0] == '\uFEFF') {
                text.skip(1);
            }
            parser.setSchema(CsvSchema.emptySchema().withColumnSeparator(separator(new String(start, 0, read))));
            pending = read();
            if (pending != null && PROPERTIES.equals(pending.cell(0))) {
                pending.cells().stream().skip(1).filter(cell -> cell != null && cell.contains("=")).forEach(
                        cell -> properties.put(cell.substring(0, cell.indexOf('=')), cell.substring(cell.indexOf('=') + 1)));
                pending = null;
            }
        }

        /** By the first line. */
        private static char separator(String start) {
            String line = start.lines().findFirst().orElse("");
            return line.indexOf(';') >= 0 && line.indexOf(',') < 0 ? ';' : ',';
        }

        @Override
        public String sheet() {
            return null;
        }

        @Override
        public Map<String, String> properties() {
            return properties;
        }

        @Override
        public SheetRow next() throws IOException {
            SheetRow row = pending == null ? read() : pending;
            pending = null;
            return row;
        }

        private SheetRow read() throws IOException {
            while (parser.nextToken() == JsonToken.START_ARRAY) {
                List<String> cells = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (cells.size() == MAX_CELLS) {
                        throw new IOException("a row has too many cells");
                    }
                    cells.add(Cells.of(parser.getText()));
                }
                var row = new SheetRow(++number, cells, NO_NUMBERS);
                if (!row.isEmpty()) {
                    return row;
                }
            }
            return null;
        }

        @Override
        public void close() throws IOException {
            parser.close();
        }
    }
}
