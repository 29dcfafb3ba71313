package vn.cchc.reporting.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;

import vn.cchc.spreadsheet.FormulaGuard;
import vn.cchc.spreadsheet.SheetRows;

/** A semicolon separates the cells where the comma separates decimals, as spreadsheets of this locale expect it. */
class CsvTemplate implements TemplateFile {

    private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };
    private static final CsvMapper CSV = CsvMapper.builder().disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
            .disable(SerializationFeature.FLUSH_AFTER_WRITE_VALUE).enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
            .build();

    private final SequenceWriter rows;

    CsvTemplate(OutputStream out, Template template) throws IOException {
        out.write(BYTE_ORDER_MARK);
        rows = CSV.writer(CsvSchema.emptySchema().withLineSeparator("\r\n")
                .withColumnSeparator(template.locale().isVietnamese() ? ';' : ',')).writeValues(out);
        List<String> properties = new ArrayList<>(List.of(SheetRows.PROPERTIES));
        template.properties().forEach((property, value) -> properties.add(property + '=' + value));
        rows.write(properties);
        rows.write(Stream.of(ImportColumn.values()).map(column -> column.title(template.locale())).toList());
    }

    @Override
    public void add(TemplateRow row) throws IOException {
        rows.write(row.cells().stream().map(cell -> cell instanceof String text ? FormulaGuard.escape(text) : cell)
                .map(cell -> cell == null ? "" : cell).toList());
    }

    @Override
    public void finish() throws IOException {
        rows.close();
    }
}
