package vn.cchc.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

/** CSV by RFC 4180. */
public class CsvTable implements Table {

    /** Without it Excel reads the file in the machine's own code page, and Vietnamese letters are lost. */
    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

    // Without a flush after each row the response begins with the first full buffer: until then an error is a problem.
    private static final CsvMapper CSV = CsvMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();
    private static final CsvSchema RFC_4180 = CsvSchema.emptySchema().withLineSeparator("\r\n");

    private final SequenceWriter rows;

    public CsvTable(OutputStream out) throws IOException {
        out.write(BYTE_ORDER_MARK);
        this.rows = CSV.writer(RFC_4180).writeValues(out);
    }

    @Override
    public void add(List<Object> cells) throws IOException {
        rows.write(cells.stream().map(cell -> cell instanceof String text ? FormulaGuard.escape(text) : cell).toList());
    }

    @Override
    public void finish() throws IOException {
        rows.close();
    }
}
