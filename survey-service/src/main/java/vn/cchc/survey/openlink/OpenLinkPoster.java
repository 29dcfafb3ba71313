package vn.cchc.survey.openlink;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

import vn.cchc.survey.invitation.InvitationSheet;

/** An A4 page to hang up: the title of the campaign, and the QR code and the text of an open link. */
final class OpenLinkPoster {

    private static final float MARGIN = 60;
    private static final float TITLE = 26;
    private static final float TEXT = 16;
    private static final float LINK = 10;
    private static final float CODE = 340;
    private static final float GAP = 24;
    private static final int TITLE_LINES = 5;
    private static final List<String> HELP = List.of("Quét mã bằng điện thoại để trả lời.",
            "Không cần tài khoản, không hỏi tên.", "", "Scan the code to answer. No account, no name.");

    private OpenLinkPoster() {
    }

    static byte[] pdf(String title, String link) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                write(content, title, link, InvitationSheet.font(document, "DejaVuSans.ttf"),
                        InvitationSheet.font(document, "DejaVuSans-Bold.ttf"));
            }
            document.getDocumentInformation().setTitle(title);
            document.getDocumentCatalog().setLanguage("vi");
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(PDPageContentStream content, String title, String link, PDFont plain, PDFont bold)
            throws IOException {
        float width = PDRectangle.A4.getWidth() - 2 * MARGIN;
        float below = InvitationSheet.text(content, InvitationSheet.lines(title, bold, TITLE, width, TITLE_LINES), bold, TITLE,
                MARGIN, PDRectangle.A4.getHeight() - MARGIN);
        float bottom = below - GAP - CODE;
        InvitationSheet.code(content, link, (PDRectangle.A4.getWidth() - CODE) / 2, bottom, CODE);
        below = InvitationSheet.text(content, HELP, plain, TEXT, MARGIN, bottom - GAP);
        InvitationSheet.text(content, InvitationSheet.lines(link, plain, LINK, width, Integer.MAX_VALUE), plain, LINK, MARGIN,
                below - GAP);
    }
}
