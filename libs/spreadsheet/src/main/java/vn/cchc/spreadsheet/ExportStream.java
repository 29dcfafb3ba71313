package vn.cchc.spreadsheet;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

import io.vertx.core.http.HttpServerResponse;

/**
 * Fails once the connection is closed or the time of the export is over. The framework's own stream fails only while it waits
 * for the reader; otherwise it
 * discards the rest of the file without an error.
 */
class ExportStream extends FilterOutputStream {

    private final HttpServerResponse response;
    private final BooleanSupplier expired;

    ExportStream(OutputStream out, HttpServerResponse response, BooleanSupplier expired) {
        super(out);
        this.response = response;
        this.expired = expired;
    }

    @Override
    public void write(int octet) throws IOException {
        requireOpen();
        out.write(octet);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        requireOpen();
        out.write(bytes, from, length);
    }

    private void requireOpen() throws IOException {
        if (expired.getAsBoolean() || response.closed()) {
            throw new IOException("The connection was closed");
        }
    }
}
