package vn.cchc.reporting.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;

@ApplicationScoped
class FigureExporter {

    /** Each holds a connection to the database for as long as its reader takes: the rest is for everybody else. */
    private static final int AT_A_TIME = 5;

    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final AcceptedFigures figures;

    FigureExporter(AcceptedFigures figures) {
        this.figures = figures;
    }

    /** Ends the table only if every figure is in it. */
    void write(FigureFilter filter, Table.Format format, OutputStream out) throws IOException {
        if (!places.tryAcquire()) {
            throw new ProblemException(CommonProblem.UNAVAILABLE);
        }
        try {
            Table table = format.begin(out);
            table.add(Column.titles());
            figures.read(filter, figure -> table.add(Column.cells(figure)));
            table.end();
        } finally {
            places.release();
        }
    }
}
