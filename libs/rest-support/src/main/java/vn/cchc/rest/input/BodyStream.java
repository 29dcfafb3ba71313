package vn.cchc.rest.input;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.util.List;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.IncompleteBodyException;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ProblemType;
import vn.cchc.rest.problem.Violation;

/**
 * A body that is checked while it is read: its size, the memory that all bodies together take, and its encoding. The
 * JSON reader itself also accepts UTF-16 and overlong UTF-8. Closing does nothing, because the framework's stream would
 * wait for the rest.
 */
final class BodyStream extends InputStream {

    private static final int BUFFER = 1024;
    private static final int LONGEST_SEQUENCE = 4;

    private final InputStream in;
    private final long limit;
    private final BodyMemory memory;
    private final ProblemType notText;
    private final CharsetDecoder decoder = UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(BUFFER);
    private ByteBuffer pending = ByteBuffer.allocate(0);
    private long reserved;
    private boolean released;
    private boolean ended;
    private ProblemException problem;

    /** @param notText the problem of a body that is not UTF-8; null if it can have any bytes */
    BodyStream(InputStream in, long limit, BodyMemory memory, ProblemType notText) {
        this.in = in;
        this.limit = limit;
        this.memory = memory;
        this.notText = notText;
    }

    @Override
    public int read() throws IOException {
        byte[] single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (problem != null) {
            throw problem;
        }
        if (ended || length == 0) {
            return ended ? -1 : 0;
        }
        int read = receive(buffer, offset, length);
        if (read < 0) {
            ended = true;
            decode(ByteBuffer.allocate(0), true);
            return read;
        }
        reserve(read);
        decode(ByteBuffer.wrap(buffer, offset, read), false);
        return read;
    }

    private int receive(byte[] buffer, int offset, int length) throws IOException {
        try {
            return in.read(buffer, offset, length);
        } catch (IOException e) {
            throw new IncompleteBodyException(e);
        }
    }

    private synchronized void reserve(int bytes) {
        if (reserved + bytes > limit) {
            throw refused(new ProblemException(CommonProblem.TOO_LARGE));
        }
        if (released || !memory.reserve(bytes)) {
            throw refused(new ProblemException(CommonProblem.UNAVAILABLE));
        }
        reserved += bytes;
    }

    /** A body that is refused is not read on. */
    private ProblemException refused(ProblemException reason) {
        problem = reason;
        return reason;
    }

    /** The reply is sent, or the caller has left. */
    synchronized void release() {
        if (!released) {
            released = true;
            memory.release(reserved);
        }
    }

    /** No text in UTF-8 has a NUL, and none in UTF-16 or UTF-32 is without one. */
    private void decode(ByteBuffer part, boolean end) {
        if (notText == null) {
            return;
        }
        ByteBuffer bytes = pending.hasRemaining() ? joined(part) : part;
        CoderResult result;
        do {
            decoded.clear();
            result = decoder.decode(bytes, decoded, end);
            if (result.isError() || decoded.flip().chars().anyMatch(character -> character == 0)) {
                throw refused(new ProblemException(notText, List.of(Violation.at("", notText))));
            }
        } while (result.isOverflow());
        pending = ByteBuffer.allocate(LONGEST_SEQUENCE).put(bytes).flip();
    }

    private ByteBuffer joined(ByteBuffer part) {
        return ByteBuffer.allocate(pending.remaining() + part.remaining()).put(pending).put(part).flip();
    }
}
