package vn.cchc.spreadsheet;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Refuses a workbook that would take much more memory or time than its size lets expect. It is read once as a stream before the
 * library opens it, which reads the shared texts at once and makes room for every column that a cell names.
 */
final class WorkbookGuard {

    private static final long MAX_UNCOMPRESSED = 256L * 1024 * 1024;
    /** Of every part but the sheets, which are read row by row. */
    private static final long MAX_PART = 16L * 1024 * 1024;
    private static final int MAX_RATIO = 100;
    /** A small part of zeros is harmless. */
    private static final long MIN_FOR_RATIO = 1024 * 1024;
    private static final int MAX_PARTS = 1_000;
    private static final int MAX_TEXT = 100_000;
    private static final int MAX_COLUMN_LETTERS = 3;
    private static final int MAX_ROW_DIGITS = 7;
    private static final int MAX_ARRAY_FORMULAS = 100;
    private static final XMLInputFactory XML = withoutEntities();

    private long total;

    private WorkbookGuard() {
    }

    private static XMLInputFactory withoutEntities() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    static void check(Path file) throws IOException {
        new WorkbookGuard().checkParts(file);
    }

    private void checkParts(Path file) throws IOException {
        try (ZipFile zip = ZipFile.builder().setPath(file).get()) {
            List<ZipArchiveEntry> parts = Collections.list(zip.getEntries());
            Set<String> names = new HashSet<>();
            require(parts.size() <= MAX_PARTS, "too many parts");
            for (ZipArchiveEntry part : parts) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                require(names.add(name), "a part is there twice");
                try (InputStream content = new Bounded(zip.getInputStream(part), part.getCompressedSize(),
                        name.startsWith("xl/worksheets/"))) {
                    if (name.endsWith(".xml") || name.endsWith(".rels")) {
                        checkXml(content);
                    } else {
                        content.transferTo(OutputStream.nullOutputStream());
                    }
                }
            }
        }
    }

    private static void checkXml(InputStream content) throws IOException {
        try {
            XMLStreamReader reader = XML.createXMLStreamReader(content);
            long text = 0;
            int arrayFormulas = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw refused("entities");
                    case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                        text += reader.getTextLength();
                        require(text <= MAX_TEXT, "a text is too long");
                    }
                    case XMLStreamConstants.START_ELEMENT -> {
                        if (reader.getLocalName().equals("f") && "array".equals(reader.getAttributeValue(null, "t"))) {
                            require(++arrayFormulas <= MAX_ARRAY_FORMULAS, "too many array formulas");
                        }
                        if (Set.of("c", "si", "row").contains(reader.getLocalName())) {
                            text = 0;
                            checkPlace(reader.getAttributeValue(null, "r"));
                        }
                    }
                    default -> {
                        // Says nothing of the size.
                    }
                }
            }
        } catch (XMLStreamException | RuntimeException e) {
            throw new IOException(e);
        }
    }

    /** @param place such as {@code D7} of a cell, {@code 7} of a row */
    private static void checkPlace(String place) throws IOException {
        require(place == null || place.matches("[A-Z]{0," + MAX_COLUMN_LETTERS + "}[0-9]{1," + MAX_ROW_DIGITS + "}"),
                "a cell outside of every sheet");
    }

    private static void require(boolean holds, String reason) throws IOException {
        if (!holds) {
            throw refused(reason);
        }
    }

    private static IOException refused(String reason) {
        return new IOException("the workbook is refused: " + reason);
    }

    /** What an entry says of its size can be wrong, so the bytes are counted. */
    private final class Bounded extends FilterInputStream {

        private final long compressed;
        private final boolean sheet;
        private long size;
        /** Since the last markup: the parser holds a tag or a text as a whole. */
        private long run;

        Bounded(InputStream in, long compressed, boolean sheet) {
            super(in);
            this.compressed = compressed;
            this.sheet = sheet;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            for (int i = offset; i < offset + read; i++) {
                run = buffer[i] == '<' || buffer[i] == '>' ? 0 : run + 1;
                require(!sheet || run <= 4L * MAX_TEXT, "a tag is too long");
            }
            size += Math.max(read, 0);
            total += Math.max(read, 0);
            require(total <= MAX_UNCOMPRESSED && (sheet || size <= MAX_PART), "too large when uncompressed");
            require(size <= MIN_FOR_RATIO || compressed > 0 && size / compressed <= MAX_RATIO, "compressed too well");
            return read;
        }
    }
}
