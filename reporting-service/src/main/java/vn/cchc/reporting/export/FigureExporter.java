package vn.cchc.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.spreadsheet.Table;

@ApplicationScoped
class FigureExporter {

    /**
     * Each export occupies a database connection until its reader has received the last row; the other connections stay free.
     */
    private static final int MAX_CONCURRENT_EXPORTS = 5;

    private final Semaphore slots = new Semaphore(MAX_CONCURRENT_EXPORTS);

    /** Completes the table only after the last row, so that a partial file is recognised as damaged. */
    void write(ExportContent content, FigureFilter filter, Table.Format format, OutputStream out) throws IOException {
        if (!slots.tryAcquire()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try {
            Table table = format.begin(out);
            table.add(content.titles());
            content.read(filter, table::add);
            table.finish();
        } finally {
            slots.release();
        }
    }
}
