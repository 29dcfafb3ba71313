package vn.cchc.reporting.officialdocument;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import org.apache.poi.ooxml.POIXMLProperties.CoreProperties;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;

/**
 * An administrative document as a Word file, in the layout of Decree 30/2020/NĐ-CP, appendix I. Its parts are added in their
 * order; the same parts and the same time are the same bytes.
 */
public final class OfficialDocument {

    private static final String NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    private static final String MOTTO = "Độc lập - Tự do - Hạnh phúc";

    private static final Typesetter CENTERED = Typesetter.BODY.aligned(ParagraphAlignment.CENTER).after(0);
    private static final Typesetter LEFT = Typesetter.BODY.aligned(ParagraphAlignment.LEFT).after(0);

    private final XWPFDocument document = new XWPFDocument();
    /** The layout of the part that is being written. */
    private PageLayout layout = PageLayout.PORTRAIT;

    public OfficialDocument() {
        XWPFStyles styles = document.createStyles();
        CTFonts fonts = CTFonts.Factory.newInstance();
        fonts.setAscii(Typesetter.FONT);
        fonts.setHAnsi(Typesetter.FONT);
        fonts.setCs(Typesetter.FONT);
        fonts.setEastAsia(Typesetter.FONT);
        styles.setDefaultFonts(fonts);
        styles.setSpellingLanguage("vi-VN");
        numberPages();
    }

    /** In the middle of the top margin, from the second page on. */
    private void numberPages() {
        document.createHeader(HeaderFooterType.FIRST);
        XWPFParagraph number = document.createHeader(HeaderFooterType.DEFAULT).createParagraph();
        number.setAlignment(ParagraphAlignment.CENTER);
        CTSimpleField field = number.getCTP().addNewFldSimple();
        field.setInstr("PAGE");
        XWPFRun run = new XWPFRun(field.addNewR(), (IRunBody) number);
        run.setFontFamily(Typesetter.FONT);
        run.setFontSize(14);
        run.setText("1");
    }

    /** @param number such as {@code 1234/BC-SGDĐT} */
    public void letterhead(String parent, String issuer, String number, String placeAndDate) {
        XWPFTable table = borderless(64, 96);
        XWPFTableCell left = table.getRow(0).getCell(0);
        // A province begins a line of its own.
        Typesetter.write(left, parent.toUpperCase().replaceFirst(" (?=TỈNH |THÀNH PHỐ )", "\n"), CENTERED.size(12));
        Typesetter.append(left, issuer.toUpperCase(), CENTERED.size(12).bold());
        line(left.addParagraph(), 21);
        XWPFTableCell right = table.getRow(0).getCell(1);
        Typesetter.write(right, NATION, CENTERED.size(12).bold());
        Typesetter.append(right, MOTTO, CENTERED.size(13).bold());
        line(right.addParagraph(), 20);
        var second = table.createRow();
        Typesetter.write(second.getCell(0), "Số: " + number, CENTERED.size(13));
        Typesetter.write(second.getCell(1), placeAndDate, CENTERED.size(13).italic());
    }

    public void title(String type, String subject, String remark) {
        XWPFParagraph first = document.createParagraph();
        CENTERED.bold().set(first, type.toUpperCase());
        first.setSpacingBefore(18 * 20);
        CENTERED.bold().set(document.createParagraph(), subject);
        line(document.createParagraph(), 60);
        if (!remark.isEmpty()) {
            CENTERED.italic().set(document.createParagraph(), remark);
        }
        CENTERED.after(6).set(document.createParagraph(), "");
    }

    /** Such as {@code I. TÌNH HÌNH CHUNG}. */
    public void section(String text) {
        heading(Typesetter.BODY.bold(), text);
    }

    /** Such as {@code 1. Kết quả các chỉ số}, and {@code a) Văn phòng}. */
    public void subsection(String text) {
        heading(Typesetter.BODY.bold(), text);
    }

    public void item(String text) {
        heading(Typesetter.BODY, text);
    }

    private void heading(Typesetter style, String text) {
        XWPFParagraph paragraph = document.createParagraph();
        style.set(paragraph, text);
        paragraph.setKeepNext(true);
    }

    /** Each line becomes a paragraph. */
    public void text(String text) {
        text.strip().lines().filter(line -> !line.isBlank())
                .forEach(line -> Typesetter.BODY.set(document.createParagraph(), line));
    }

    /** The last sentence. It stands on the page of the signature. */
    public void closing(String text) {
        heading(Typesetter.BODY, text);
    }

    /** @param name empty if it is to be written by hand */
    public void signature(List<String> receivers, String office, String name) {
        XWPFTable table = borderless(75, 85);
        table.getRow(0).setCantSplitRow(true);
        XWPFTableCell left = table.getRow(0).getCell(0);
        Typesetter.write(left, "Nơi nhận:", LEFT.size(12).bold().italic());
        for (int i = 0; i < receivers.size(); i++) {
            Typesetter.append(left, "- " + receivers.get(i) + (i < receivers.size() - 1 ? ";" : "."), LEFT.size(11));
        }
        XWPFTableCell right = table.getRow(0).getCell(1);
        Typesetter.write(right, office.toUpperCase(), CENTERED.bold());
        for (int line = 0; line < 4; line++) {
            Typesetter.append(right, "", CENTERED);
        }
        Typesetter.append(right, name, CENTERED.bold());
    }

    /** Begins an appendix on a new page, with page numbers of its own. */
    public void appendix(String number, String title, String reference) {
        // Its own paragraph, so small that it begins no page.
        XWPFParagraph end = document.createParagraph();
        CENTERED.size(1).set(end, "");
        CTSectPr section = end.getCTP().isSetPPr() ? end.getCTP().getPPr().addNewSectPr()
                : end.getCTP().addNewPPr().addNewSectPr();
        section.set(document.getDocument().getBody().getSectPr().copy());
        layout.apply(section);
        layout = PageLayout.LANDSCAPE;
        CENTERED.bold().set(document.createParagraph(), "PHỤ LỤC " + number);
        CENTERED.bold().set(document.createParagraph(), title);
        CENTERED.italic().after(6).set(document.createParagraph(), "(" + reference + ")");
    }

    public DocumentTable table(List<DocumentTable.Column> columns) {
        XWPFTable table = document.createTable(1, columns.size());
        table.setCellMargins(30, 80, 30, 80);
        return new DocumentTable(table, columns);
    }

    /** @param created time for the properties of the file */
    public void write(OutputStream out, String title, String issuer, Instant created) throws IOException {
        layout.apply(document.getDocument().getBody().getSectPr());
        CoreProperties properties = document.getProperties().getCoreProperties();
        properties.setTitle(title);
        properties.setCreator(issuer);
        properties.setCreated(Optional.of(Date.from(created)));
        properties.setModified(Optional.of(Date.from(created)));
        var archive = new ByteArrayOutputStream();
        document.write(archive);
        document.close();
        FixedZip.copy(archive.toByteArray(), out);
    }

    /** Lays two cells beside each other, with widths in millimetres. */
    private XWPFTable borderless(double left, double right) {
        XWPFTable table = document.createTable(1, 2);
        table.removeBorders();
        table.setCellMargins(0, 0, 0, 0);
        DocumentTable.fix(table, List.of(left, right));
        return table;
    }

    /** A line below a text, shorter than its column by an indent at both ends. */
    private static void line(XWPFParagraph paragraph, double indent) {
        paragraph.setBorderTop(Borders.SINGLE);
        paragraph.setIndentationLeft(PageLayout.twips(indent));
        paragraph.setIndentationRight(PageLayout.twips(indent));
        paragraph.setSpacingBefore(60);
        paragraph.setSpacingAfter(0);
        paragraph.setSpacingBetween(8, LineSpacingRule.EXACT);
    }
}
