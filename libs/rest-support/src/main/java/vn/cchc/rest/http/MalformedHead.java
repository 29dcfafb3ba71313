package vn.cchc.rest.http;

import java.util.List;

import io.netty.handler.codec.DecoderResult;
import vn.cchc.rest.problem.ProblemException;

/** A failure that Vert.x takes for a success, so that the request reaches the routes. */
public final class MalformedHead extends DecoderResult {

    private final List<String> parts;
    private final Throwable reason;

    /** @param parts the names of the headers and parameters that are malformed */
    MalformedHead(List<String> parts, Throwable cause) {
        super(cause);
        this.parts = parts;
        this.reason = cause;
    }

    /** The inherited cause is null, because this is no failure. */
    public Throwable reason() {
        return reason;
    }

    public ProblemException problem() {
        return ProblemException.malformed(parts);
    }

    @Override
    public boolean isSuccess() {
        return true;
    }

    @Override
    public boolean isFailure() {
        return false;
    }
}
