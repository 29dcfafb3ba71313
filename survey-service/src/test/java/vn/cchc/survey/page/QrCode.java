package vn.cchc.survey.page;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/**
 * Reads the QR codes of the first page of a document, which are arranged in columns and rows. Of one picture the reader misses
 * one code in a hundred, so it takes several, as a phone does.
 */
record QrCode(int column, int columns, int row, int rows) {

    private static final int[] RESOLUTIONS = { 150, 200, 250, 300 };

    static QrCode alone() {
        return new QrCode(0, 1, 0, 1);
    }

    String read(PDDocument document) throws IOException {
        PDFRenderer renderer = new PDFRenderer(document);
        for (int resolution : RESOLUTIONS) {
            Optional<String> text = read(renderer.renderImageWithDPI(0, resolution));
            if (text.isPresent()) {
                return text.get();
            }
        }
        throw new AssertionError("no code in " + this);
    }

    private Optional<String> read(BufferedImage page) {
        int width = page.getWidth() / columns;
        int height = page.getHeight() / rows;
        int[] pixels = page.getRGB(column * width, row * height, width, height, null, 0, width);
        var picture = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width, height, pixels)));
        try {
            return Optional.of(new QRCodeReader().decode(picture, Map.of(DecodeHintType.TRY_HARDER, true)).getText());
        } catch (ReaderException e) {
            return Optional.empty();
        }
    }
}
