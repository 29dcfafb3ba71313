package vn.cchc.survey.invitation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/** Invitations on A4 pages, eight to a page, to be cut along the dashed lines. Each has its QR code and its link. */
public final class InvitationSheet {

    private static final int COLUMNS = 2;
    private static final int ROWS = 4;
    private static final float WIDTH = PDRectangle.A4.getWidth() / COLUMNS;
    private static final float HEIGHT = PDRectangle.A4.getHeight() / ROWS;
    private static final float MARGIN = 22;
    private static final float CODE = 110;
    private static final float GAP = 10;
    private static final float TITLE = 10;
    private static final float TEXT = 7.5f;
    private static final float LINK = 6;
    private static final float LEADING = 1.3f;
    private static final int TITLE_LINES = 3;
    // The quiet zone that a scanner needs.
    private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 2,
            EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);
    private static final List<String> HELP = List.of("Quét mã bằng điện thoại để trả lời.",
            "Không cần tài khoản, không hỏi tên.", "Mỗi giấy mời dùng một lần.", "",
            "Scan the code to answer.", "No account, no name. Valid once.");

    private final PDDocument document;
    private final PDFont plain;
    private final PDFont bold;
    private final List<String> title;

    private InvitationSheet(PDDocument document, String title) throws IOException {
        this.document = document;
        this.plain = font(document, "DejaVuSans.ttf");
        this.bold = font(document, "DejaVuSans-Bold.ttf");
        this.title = lines(title, bold, TITLE, WIDTH - 2 * MARGIN, TITLE_LINES);
    }

    /** @param links of the invitations, one for each */
    static byte[] pdf(String title, List<String> links) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            new InvitationSheet(document, title).write(links);
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage("vi");
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static PDFont font(PDDocument document, String file) throws IOException {
        try (InputStream font = InvitationSheet.class.getResourceAsStream("/net/sf/jasperreports/fonts/dejavu/" + file)) {
            return PDType0Font.load(document, font);
        }
    }

    private void write(List<String> links) throws IOException {
        int perPage = COLUMNS * ROWS;
        for (int first = 0; first < links.size(); first += perPage) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                cutLines(content);
                List<String> ofPage = links.subList(first, Math.min(first + perPage, links.size()));
                for (int i = 0; i < ofPage.size(); i++) {
                    invitation(content, ofPage.get(i), i % COLUMNS * WIDTH + MARGIN,
                            PDRectangle.A4.getHeight() - i / COLUMNS * HEIGHT - MARGIN);
                }
            }
        }
    }

    private static void cutLines(PDPageContentStream content) throws IOException {
        content.setLineWidth(0.4f);
        content.setLineDashPattern(new float[] { 3, 3 }, 0);
        content.moveTo(WIDTH, 0);
        content.lineTo(WIDTH, PDRectangle.A4.getHeight());
        for (int row = 1; row < ROWS; row++) {
            content.moveTo(0, row * HEIGHT);
            content.lineTo(PDRectangle.A4.getWidth(), row * HEIGHT);
        }
        content.stroke();
    }

    private void invitation(PDPageContentStream content, String link, float left, float top) throws IOException {
        float below = text(content, title, bold, TITLE, left, top);
        code(content, link, left, below - CODE - GAP / 2, CODE);
        text(content, HELP, plain, TEXT, left + CODE + GAP, below - GAP);
        text(content, lines(link, plain, LINK, WIDTH - 2 * MARGIN, Integer.MAX_VALUE), plain, LINK, left,
                below - CODE - GAP);
    }

    public static void code(PDPageContentStream content, String link, float left, float bottom, float side) throws IOException {
        BitMatrix modules = modules(link);
        float size = side / modules.getWidth();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (modules.get(x, y)) {
                    content.addRect(left + x * size, bottom + side - (y + 1) * size, size, size);
                }
            }
        }
        content.fill();
    }

    /** One element for each module of the code. */
    private static BitMatrix modules(String link) {
        try {
            return new QRCodeWriter().encode(link, BarcodeFormat.QR_CODE, 0, 0, HINTS);
        } catch (WriterException e) {
            throw new IllegalArgumentException(link, e);
        }
    }

    /** @return the top of what follows */
    public static float text(PDPageContentStream content, List<String> lines, PDFont font, float size, float left, float top)
            throws IOException {
        float y = top;
        for (String line : lines) {
            y -= size * LEADING;
            content.beginText();
            content.setFont(font, size);
            content.newLineAtOffset(left, y + size * (LEADING - 1));
            content.showText(line);
            content.endText();
        }
        return y;
    }

    /** Breaks a text between words, and a word that is too long anywhere. Letters that the font lacks are left out. */
    public static List<String> lines(String text, PDFont font, float size, float width, int most) throws IOException {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int breakAt = -1;
        for (int letter : text.codePoints().filter(each -> isKnown(font, each)).toArray()) {
            line.appendCodePoint(letter);
            if (font.getStringWidth(line.toString()) * size / 1000 > width) {
                int end = breakAt > 0 ? breakAt : line.length() - Character.charCount(letter);
                lines.add(line.substring(0, end).strip());
                line.delete(0, end);
                breakAt = -1;
            }
            if (letter == ' ') {
                breakAt = line.length();
            }
        }
        lines.add(line.toString().strip());
        if (lines.size() <= most) {
            return lines;
        }
        List<String> shortened = new ArrayList<>(lines.subList(0, most));
        shortened.set(most - 1, shortened.get(most - 1) + " …");
        return shortened;
    }

    private static boolean isKnown(PDFont font, int letter) {
        try {
            font.encode(Character.toString(letter));
            return true;
        } catch (IOException | IllegalArgumentException e) {
            return false;
        }
    }
}
