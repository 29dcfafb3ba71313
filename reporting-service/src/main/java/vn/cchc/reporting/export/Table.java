package vn.cchc.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table that is written while it is read. What was not ended is not whole. */
interface Table {

    @FunctionalInterface
    interface Format {
        Table begin(OutputStream out) throws IOException;
    }

    /** @param cells numbers and texts */
    void add(List<Object> cells) throws IOException;

    void end() throws IOException;
}
