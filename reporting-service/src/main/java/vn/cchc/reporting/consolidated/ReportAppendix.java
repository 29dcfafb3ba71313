package vn.cchc.reporting.consolidated;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

import vn.cchc.reporting.consolidated.ConsolidatedContent.ProposalText;
import vn.cchc.reporting.consolidated.ConsolidatedContent.ReferredTotal;
import vn.cchc.reporting.consolidated.ConsolidatedContent.UnitStanding;
import vn.cchc.spreadsheet.ReproducibleWorkbookStream;
import vn.cchc.spreadsheet.SheetCells;

/** The appendices of a consolidated report as an Excel workbook, in Vietnamese. */
record ReportAppendix(ConsolidatedReport report, List<ReferredTotal> references, List<UnitStanding> units,
        List<ProposalText> proposals) {

    private static final int FLUSH_INTERVAL = 500;

    void write(OutputStream out) throws IOException {
        ReproducibleWorkbookStream reproducible = new ReproducibleWorkbookStream(out);
        Workbook workbook = new Workbook(reproducible, "CCHC", "1.0");
        sheet(workbook, "Chỉ số", figures());
        sheet(workbook, "Đơn vị", standings());
        sheet(workbook, "Kiến nghị", answers());
        if (!references.isEmpty()) {
            sheet(workbook, "Dẫn chiếu", referred());
        }
        workbook.finish();
        reproducible.finish();
    }

    private List<List<Object>> figures() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Mã", "Chỉ số", "Tử số", "Mẫu số", "Tỷ lệ (%)", "Kết quả", "Số đơn vị", "Kỳ số liệu"));
        report.figures.forEach((indicator, total) -> {
            BigDecimal percent = total.percent();
            rows.add(List.of(indicator, total.name(), orBlank(total.numerator()), orBlank(total.denominator()),
                    orBlank(percent), ReportDocument.result(total), total.units(), total.periods()));
        });
        return rows;
    }

    private List<List<Object>> standings() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Mã", "Đơn vị", "Báo cáo", "Mã báo cáo", "Phiên bản"));
        units.forEach(unit -> rows.add(List.of(unit.unit(), unit.name(), ReportDocument.standing(unit),
                Objects.toString(unit.report(), ""), orBlank(unit.version()))));
        return rows;
    }

    private List<List<Object>> answers() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("STT", "Mã", "Đơn vị", "Kiến nghị, đề xuất", "Trả lời"));
        proposals.forEach(proposal -> rows.add(List.of(proposal.number(), proposal.unit(), proposal.name(), proposal.text(),
                orBlank(proposal.answer()))));
        return rows;
    }

    private List<List<Object>> referred() {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("Mã", "Chỉ số", "Chế độ báo cáo", "Kỳ số liệu", "Tử số", "Mẫu số", "Tỷ lệ (%)", "Kết quả", "Số đơn vị",
                "Chưa có số liệu"));
        references.forEach(of -> rows.add(List.of(of.indicator(), of.total().name(), of.regime(), orBlank(of.period()),
                orBlank(of.total().numerator()), orBlank(of.total().denominator()), orBlank(of.total().percent()),
                ReportDocument.result(of.total()), of.total().units(), of.missing())));
        return rows;
    }

    private static Object orBlank(Object value) {
        return value == null ? "" : value;
    }

    private static void sheet(Workbook workbook, String name, List<List<Object>> rows) throws IOException {
        Worksheet sheet = workbook.newWorksheet(name);
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < rows.get(row).size(); column++) {
                SheetCells.write(sheet, row, column, rows.get(row).get(column));
            }
            if (row % FLUSH_INTERVAL == 0) {
                sheet.flush();
            }
        }
        sheet.finish();
    }
}
