package vn.cchc.reporting.officialdocument;

import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;

/**
 * How a paragraph is set.
 *
 * @param size of the letters in points
 * @param indent of the first line in millimetres
 * @param after space after the paragraph in points
 */
record Typesetter(double size, boolean isBold, boolean isItalic, ParagraphAlignment alignment, double indent, int after) {

    static final String FONT = "Times New Roman";

    static final Typesetter BODY = new Typesetter(14, false, false, ParagraphAlignment.BOTH, 12.7, 6);
    static final Typesetter TABLE = new Typesetter(12, false, false, ParagraphAlignment.LEFT, 0, 0);

    Typesetter size(double points) {
        return new Typesetter(points, isBold, isItalic, alignment, indent, after);
    }

    Typesetter bold() {
        return new Typesetter(size, true, isItalic, alignment, indent, after);
    }

    Typesetter italic() {
        return new Typesetter(size, isBold, true, alignment, indent, after);
    }

    Typesetter aligned(ParagraphAlignment changed) {
        return new Typesetter(size, isBold, isItalic, changed, changed == ParagraphAlignment.BOTH ? indent : 0, after);
    }

    Typesetter after(int points) {
        return new Typesetter(size, isBold, isItalic, alignment, indent, points);
    }

    void set(XWPFParagraph paragraph, String text) {
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBefore(0);
        paragraph.setSpacingAfter(after * 20);
        paragraph.setSpacingBetween(alignment == ParagraphAlignment.BOTH ? 1.1 : 1);
        if (indent > 0) {
            paragraph.setIndentationFirstLine(PageLayout.twips(indent));
        }
        add(paragraph, text);
    }

    /** Adds a text to a paragraph. Its lines stay together in the paragraph. */
    void add(XWPFParagraph paragraph, String text) {
        XWPFRun run = paragraph.createRun();
        run.setFontFamily(FONT);
        run.setFontSize(size);
        run.setBold(isBold);
        run.setItalic(isItalic);
        String[] lines = text.strip().replace('\t', ' ').split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                run.addBreak();
            }
            run.setText(lines[i], i);
        }
    }

    /** Writes the first paragraph of a cell. */
    static void write(XWPFTableCell cell, String text, Typesetter style) {
        style.set(cell.getParagraphs().isEmpty() ? cell.addParagraph() : cell.getParagraphs().get(0), text);
    }

    /** Adds a further paragraph to a cell. */
    static void append(XWPFTableCell cell, String text, Typesetter style) {
        style.set(cell.addParagraph(), text);
    }
}
