package vn.cchc.reporting.export;

import java.io.IOException;
import java.util.List;

/** What a file of an export contains. */
interface ExportContent {

    /** Rows in memory at a time. */
    int FETCH_SIZE = 500;

    /** Longer than any export: to abort a transaction in use would log the stack of its thread. */
    int TRANSACTION_SECONDS = 86_400;

    @FunctionalInterface
    interface Reader {
        void accept(List<Object> cells) throws IOException;
    }

    List<Object> titles();

    /** Passes all rows of one moment to the reader, one after another. */
    void read(FigureFilter filter, Reader reader) throws IOException;
}
