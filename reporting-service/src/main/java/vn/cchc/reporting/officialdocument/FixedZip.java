package vn.cchc.reporting.officialdocument;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Writes an archive with a fixed time at each entry, so that the same content is the same file. */
final class FixedZip {

    /** The first time that the format has. */
    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private FixedZip() {
    }

    static void copy(byte[] archive, OutputStream out) throws IOException {
        try (var from = new ZipInputStream(new ByteArrayInputStream(archive)); var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                ZipEntry fixed = new ZipEntry(entry.getName());
                fixed.setTimeLocal(TIME);
                to.putNextEntry(fixed);
                from.transferTo(to);
            }
        }
    }
}
