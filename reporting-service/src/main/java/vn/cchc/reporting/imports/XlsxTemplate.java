package vn.cchc.reporting.imports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;

import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.RichText;
import org.dhatim.fastexcel.SheetProtectionOption;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import vn.cchc.spreadsheet.FormulaGuard;
import vn.cchc.spreadsheet.OoxmlText;
import vn.cchc.spreadsheet.SheetRows;

/**
 * A protected sheet whose cells for figures are open. Texts are inline, because shared ones would have to be kept in memory.
 */
class XlsxTemplate implements TemplateFile {

    private static final int FLUSH_INTERVAL = 500;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int row;

    XlsxTemplate(OutputStream out, Template template) throws IOException {
        workbook = new Workbook(out, "CCHC", "1.0");
        sheet = workbook.newWorksheet(template.locale().isVietnamese() ? "Số liệu" : "Figures");
        // Without a password: it guards against slips, the import checks everything.
        sheet.protect("", SheetProtectionOption.DEFAULT_OPTIONS);
        sheet.freezePane(0, 1);
        for (ImportColumn column : ImportColumn.values()) {
            sheet.width(column.ordinal(), column.width());
            sheet.inlineString(row, column.ordinal(), column.title(template.locale()));
            sheet.style(row, column.ordinal()).bold().set();
        }
        row++;
        hide(template.properties());
    }

    private void hide(Map<String, String> properties) throws IOException {
        Worksheet hidden = workbook.newWorksheet(SheetRows.PROPERTIES);
        hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
        int at = 0;
        for (var property : properties.entrySet()) {
            hidden.inlineString(at, 0, property.getKey());
            hidden.inlineString(at, 1, property.getValue());
            at++;
        }
    }

    @Override
    public void add(TemplateRow content) throws IOException {
        List<Object> cells = content.cells();
        for (ImportColumn column : ImportColumn.values()) {
            write(column, cells.get(column.ordinal()), content.isOpen(column));
        }
        row++;
        if (row % FLUSH_INTERVAL == 0) {
            sheet.flush();
        }
    }

    private void write(ImportColumn column, Object cell, boolean open) {
        int at = column.ordinal();
        if (cell instanceof Number number) {
            sheet.value(row, at, number);
        } else if (cell instanceof String text) {
            writeText(at, text);
        }
        if (open) {
            sheet.style(row, at).protectionOption(ProtectionOption.LOCKED, false).set();
        }
    }

    private void writeText(int at, String text) {
        String escaped = OoxmlText.escape(text);
        if (OoxmlText.needsPreservedSpace(text)) {
            sheet.inlineString(row, at, RichText.builder().run(escaped).end().build());
        } else {
            sheet.inlineString(row, at, escaped);
        }
        if (FormulaGuard.looksLikeFormula(text)) {
            sheet.style(row, at).format("@").set();
        }
    }

    @Override
    public void finish() throws IOException {
        workbook.finish();
    }
}
