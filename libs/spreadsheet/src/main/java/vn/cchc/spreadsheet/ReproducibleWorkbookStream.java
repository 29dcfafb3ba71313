package vn.cchc.spreadsheet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Passes a workbook on without its time of creation, so that the same content has the same bytes whenever it is
 * downloaded. The library writes that time and has no way to set it. The workbook is copied part by part while it is
 * written: memory does not grow with it.
 */
public final class ReproducibleWorkbookStream extends OutputStream {

    private enum State {
        LOCAL_HEADER,
        CONTENT,
        DATA_DESCRIPTOR,
        CENTRAL_DIRECTORY
    }

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String CREATED = "<dcterms:created[^>]*>[^<]*</dcterms:created>";
    /** The first time that a ZIP can express. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final int LOCAL_HEADER_SIGNATURE = 0x04034b50;
    private static final int LOCAL_HEADER_SIZE = 30;
    private static final int NAME_LENGTH = 26;
    private static final int EXTRA_LENGTH = 28;
    private static final int SIGNATURE_SIZE = 4;
    /** Without and with sizes of eight bytes. */
    private static final int DESCRIPTOR_SIZE = 16;
    private static final int LONG_DESCRIPTOR_SIZE = 24;

    private final ZipOutputStream copy;
    private final Inflater inflater = new Inflater(true);
    private final byte[] inflated = new byte[8192];
    private final ByteArrayOutputStream properties = new ByteArrayOutputStream();
    private byte[] pending = {};
    private String part;
    private State state = State.LOCAL_HEADER;

    public ReproducibleWorkbookStream(OutputStream out) {
        copy = new ZipOutputStream(out);
    }

    @Override
    public void write(int single) throws IOException {
        write(new byte[] { (byte) single }, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int before = pending.length;
        pending = Arrays.copyOf(pending, before + length);
        System.arraycopy(bytes, offset, pending, before, length);
        while (pending.length > 0 && advance()) {
            // Each step takes bytes off the pending ones.
        }
    }

    @Override
    public void flush() throws IOException {
        copy.flush();
    }

    /** Ends the copy, and leaves the stream below open. */
    public void finish() throws IOException {
        inflater.end();
        copy.finish();
        copy.flush();
    }

    /** Whether more can be done with what is pending. */
    private boolean advance() throws IOException {
        return switch (state) {
            case LOCAL_HEADER -> readLocalHeader();
            case CONTENT -> copyContent();
            case DATA_DESCRIPTOR -> skipDescriptor();
            case CENTRAL_DIRECTORY -> take(pending.length);
        };
    }

    private boolean readLocalHeader() throws IOException {
        if (pending.length < LOCAL_HEADER_SIZE) {
            return false;
        }
        ByteBuffer header = littleEndian();
        if (header.getInt(0) != LOCAL_HEADER_SIGNATURE) {
            state = State.CENTRAL_DIRECTORY;
            return true;
        }
        int name = header.getShort(NAME_LENGTH) & 0xffff;
        int size = LOCAL_HEADER_SIZE + name + (header.getShort(EXTRA_LENGTH) & 0xffff);
        if (pending.length < size) {
            return false;
        }
        part = new String(pending, LOCAL_HEADER_SIZE, name, UTF_8);
        ZipEntry entry = new ZipEntry(part);
        entry.setTimeLocal(NO_TIME);
        copy.putNextEntry(entry);
        inflater.reset();
        state = State.CONTENT;
        return take(size);
    }

    private boolean copyContent() throws IOException {
        inflater.setInput(pending);
        try {
            for (int length = inflater.inflate(inflated); length > 0; length = inflater.inflate(inflated)) {
                (part.equals(PROPERTIES) ? properties : copy).write(inflated, 0, length);
            }
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
        boolean ended = inflater.finished();
        take(pending.length - inflater.getRemaining());
        if (ended) {
            endPart();
            state = State.DATA_DESCRIPTOR;
        }
        return ended;
    }

    private void endPart() throws IOException {
        if (part.equals(PROPERTIES)) {
            copy.write(properties.toString(UTF_8).replaceFirst(CREATED, "").getBytes(UTF_8));
        }
        copy.closeEntry();
    }

    /** The signature that follows tells its size. */
    private boolean skipDescriptor() {
        if (pending.length < LONG_DESCRIPTOR_SIZE + SIGNATURE_SIZE) {
            return false;
        }
        state = State.LOCAL_HEADER;
        boolean isShort = pending[DESCRIPTOR_SIZE] == 'P' && pending[DESCRIPTOR_SIZE + 1] == 'K';
        return take(isShort ? DESCRIPTOR_SIZE : LONG_DESCRIPTOR_SIZE);
    }

    private boolean take(int length) {
        pending = Arrays.copyOfRange(pending, length, pending.length);
        return true;
    }

    private ByteBuffer littleEndian() {
        return ByteBuffer.wrap(pending).order(ByteOrder.LITTLE_ENDIAN);
    }
}
