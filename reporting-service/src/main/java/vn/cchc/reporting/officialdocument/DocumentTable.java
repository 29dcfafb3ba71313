package vn.cchc.reporting.officialdocument;

import java.math.BigInteger;
import java.util.List;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableCell.XWPFVertAlign;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblLayoutType;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/** A table of an appendix. Its heading row is repeated on each page, and no row breaks across pages. */
public final class DocumentTable {

    /** @param width in millimetres */
    public record Column(String title, double width, Align align) {
    }

    /** How the cells of a column are aligned. */
    public enum Align {
        LEFT,
        CENTER,
        RIGHT;

        private ParagraphAlignment alignment() {
            return switch (this) {
                case LEFT -> ParagraphAlignment.LEFT;
                case CENTER -> ParagraphAlignment.CENTER;
                case RIGHT -> ParagraphAlignment.RIGHT;
            };
        }
    }

    private final XWPFTable table;
    private final List<Column> columns;

    DocumentTable(XWPFTable table, List<Column> columns) {
        this.table = table;
        this.columns = columns;
        fix(table, columns.stream().map(Column::width).toList());
        XWPFTableRow heading = table.getRow(0);
        heading.setRepeatHeader(true);
        heading.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            Typesetter.write(cell(heading, i), columns.get(i).title(),
                    Typesetter.TABLE.bold().aligned(ParagraphAlignment.CENTER));
        }
    }

    public void row(List<String> cells) {
        XWPFTableRow row = table.createRow();
        row.setCantSplitRow(true);
        for (int i = 0; i < columns.size(); i++) {
            Typesetter.write(cell(row, i), cells.get(i), Typesetter.TABLE.aligned(columns.get(i).align().alignment()));
        }
    }

    private XWPFTableCell cell(XWPFTableRow row, int column) {
        XWPFTableCell cell = row.getCell(column);
        cell.setVerticalAlignment(XWPFVertAlign.CENTER);
        return cell;
    }

    /** Gives the columns fixed widths in millimetres. */
    static void fix(XWPFTable table, List<Double> widths) {
        var properties = table.getCTTbl().getTblPr();
        (properties.isSetTblLayout() ? properties.getTblLayout() : properties.addNewTblLayout())
                .setType(STTblLayoutType.FIXED);
        CTTblWidth whole = properties.isSetTblW() ? properties.getTblW() : properties.addNewTblW();
        whole.setType(STTblWidth.DXA);
        whole.setW(twips(widths.stream().mapToDouble(Double::doubleValue).sum()));
        var grid = table.getCTTbl().getTblGrid() == null ? table.getCTTbl().addNewTblGrid() : table.getCTTbl().getTblGrid();
        for (int i = 0; i < widths.size(); i++) {
            (i < grid.sizeOfGridColArray() ? grid.getGridColArray(i) : grid.addNewGridCol()).setW(twips(widths.get(i)));
            XWPFTableCell cell = table.getRow(0).getCell(i);
            cell.setWidthType(TableWidthType.DXA);
            cell.setWidth(twips(widths.get(i)).toString());
        }
    }

    private static BigInteger twips(double millimetres) {
        return BigInteger.valueOf(PageLayout.twips(millimetres));
    }
}
