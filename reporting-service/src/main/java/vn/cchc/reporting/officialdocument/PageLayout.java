package vn.cchc.reporting.officialdocument;

import java.math.BigInteger;

import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STPageOrientation;

/** A4 pages with the margins of Decree 30/2020/NĐ-CP, appendix I: top and bottom 20–25 mm, left 30–35 mm, right 15–20 mm. */
enum PageLayout {
    PORTRAIT(210, 297),
    LANDSCAPE(297, 210);

    private static final int TOP = 20;
    private static final int BOTTOM = 20;
    private static final int LEFT = 30;
    private static final int RIGHT = 20;
    /** From the edge of the page to the page number. */
    private static final int HEADER = 10;

    private final int width;
    private final int height;

    PageLayout(int width, int height) {
        this.width = width;
        this.height = height;
    }

    /** Twentieths of a point. */
    static int twips(double millimetres) {
        return (int) Math.round(millimetres * 1440 / 25.4);
    }

    /** The width between the margins in millimetres. */
    int textWidth() {
        return width - LEFT - RIGHT;
    }

    /** The first page of the section has no number, as the decree wants it. */
    void apply(CTSectPr section) {
        CTPageSz size = section.isSetPgSz() ? section.getPgSz() : section.addNewPgSz();
        size.setW(BigInteger.valueOf(twips(width)));
        size.setH(BigInteger.valueOf(twips(height)));
        size.setOrient(this == LANDSCAPE ? STPageOrientation.LANDSCAPE : STPageOrientation.PORTRAIT);
        CTPageMar margins = section.isSetPgMar() ? section.getPgMar() : section.addNewPgMar();
        margins.setTop(BigInteger.valueOf(twips(TOP)));
        margins.setBottom(BigInteger.valueOf(twips(BOTTOM)));
        margins.setLeft(BigInteger.valueOf(twips(LEFT)));
        margins.setRight(BigInteger.valueOf(twips(RIGHT)));
        margins.setHeader(BigInteger.valueOf(twips(HEADER)));
        margins.setFooter(BigInteger.valueOf(twips(HEADER)));
        margins.setGutter(BigInteger.ZERO);
        if (!section.isSetPgNumType()) {
            section.addNewPgNumType().setStart(BigInteger.ONE);
        }
        if (!section.isSetTitlePg()) {
            section.addNewTitlePg();
        }
    }
}
