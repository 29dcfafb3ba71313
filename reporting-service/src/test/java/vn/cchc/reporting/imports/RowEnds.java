package vn.cchc.reporting.imports;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;

/** Finds the ends of the rows in an export as it arrives. */
final class RowEnds implements AutoCloseable {

    private final InputStream text;
    private final String end;

    private RowEnds(InputStream text, String end) {
        this.text = text;
        this.end = end;
    }

    static RowEnds of(String format, InputStream file) {
        return format.equals("csv") ? new RowEnds(new BufferedInputStream(file), "\n")
                : new RowEnds(new BufferedInputStream(new AllEntries(new ZipArchiveInputStream(file))), "</row>");
    }

    /** @return false at the end of the file */
    boolean next() throws IOException {
        int matched = 0;
        for (int each = text.read(); each >= 0; each = text.read()) {
            matched = each == end.charAt(matched) ? matched + 1 : each == end.charAt(0) ? 1 : 0;
            if (matched == end.length()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }

    /** The reader of the JDK knows no entry whose sizes follow it as 64 bits. */
    private static final class AllEntries extends FilterInputStream {

        private final ZipArchiveInputStream file;

        AllEntries(ZipArchiveInputStream file) {
            super(file);
            this.file = file;
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int read = file.read(bytes, from, length);
            while (read < 0 && file.getNextEntry() != null) {
                read = file.read(bytes, from, length);
            }
            return read;
        }
    }
}
