package vn.cchc.spreadsheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A table in a file format, written row by row. Without {@link #finish} the file is incomplete. */
public interface Table {

    @FunctionalInterface
    interface Format {
        Table begin(OutputStream out) throws IOException;
    }

    /** @param cells numbers and texts */
    void add(List<Object> cells) throws IOException;

    void finish() throws IOException;
}
