package vn.cchc.reporting.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.report.ExistingReport;
import vn.cchc.reporting.report.ExistingReports;
import vn.cchc.reporting.report.FigureEntry;
import vn.cchc.reporting.report.FigureEntry.Entered;
import vn.cchc.reporting.report.QualityCheck;
import vn.cchc.reporting.unit.UnitLife;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.spreadsheet.SheetReader;

/** One attempt at an import. */
class ImportRun {

    /** The rest is counted only: nobody mends more cells before the next attempt. */
    static final int MAX_CONFLICTS = 10_000;

    private static final int MAX_ROWS_OF_BATCH = 10_000;
    private static final int TRANSACTION_SECONDS = 3_600;

    /** Undoes the transaction of an import with conflicts. */
    private static class Undo extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Undo() {
            super(null, null, false, false);
        }
    }

    private final FigureImport job;
    private final Imports using;
    private final ImportScope scope;
    private final ChangeContext context;
    private final List<Conflict> kept = new ArrayList<>();
    /** Of a transaction that is still open, so that nobody reads of figures that may fall away. */
    private Entered open = Entered.NOTHING;
    private int refused;
    private List<CellFinding> findings = List.of();

    /** What every run uses. */
    record Imports(FigureImports jobs, ExistingReports reports, FigureEntry entry, QualityCheck gate, Units units,
            int batchUnits, Clock clock) {
    }

    ImportRun(FigureImport job, Imports using, ImportScope scope) {
        this.job = job;
        this.using = using;
        this.scope = scope;
        this.context = job.context();
    }

    void run(Path file) throws IOException {
        if (isUndivided()) {
            job.restart();
        }
        SheetReader reader = SheetReader.of(job.format.equals("XLSX") ? SheetReader.XLSX : SheetReader.CSV);
        if (!isReadable(file, reader)) {
            end(ImportState.REFUSED);
            return;
        }
        using.jobs().report(job);
        try (FigureSheet sheet = new FigureSheet(reader.open(file), job)) {
            RowCheck check = new RowCheck(sheet, scope, job.isAllOrNothing());
            if (isUndivided()) {
                enterAll(sheet, check);
            } else {
                eachBatch(sheet, check, rows -> enterBatch(rows, check));
                QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).run(() -> {
                    checkReports(sheet, check);
                    store(ImportState.DONE);
                });
            }
        }
    }

    /** Whether the work begins anew after an interruption. */
    private boolean isUndivided() {
        return job.dryRun || job.isAllOrNothing();
    }

    /** Reads the file to its end, to know its rows before any of them is written. */
    private boolean isReadable(Path file, SheetReader reader) {
        try (FigureSheet sheet = new FigureSheet(reader.open(file), job)) {
            keep(sheet.conflicts());
            job.total = sheet.count();
            return sheet.conflicts().isEmpty();
        } catch (IOException e) {
            keep(List.of(new Conflict(null, null, ReportingProblem.UNREADABLE_FILE, List.of())));
            return false;
        }
    }

    private void eachBatch(FigureSheet sheet, RowCheck check, Consumer<List<EnteredRow>> work) throws IOException {
        for (int done = 0; done < job.processed; done++) {
            check.remember(sheet.next());
        }
        List<EnteredRow> batch = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (EnteredRow row = sheet.next(); row != null; row = sheet.next()) {
            boolean full = !codes.contains(row.unit()) && codes.size() == using.batchUnits()
                    || batch.size() == MAX_ROWS_OF_BATCH;
            if (full) {
                work.accept(batch);
                batch = new ArrayList<>();
                codes.clear();
            }
            batch.add(row);
            codes.add(row.unit());
        }
        if (!batch.isEmpty()) {
            work.accept(batch);
        }
    }

    /** One transaction, which a dry run undoes too: it tells exactly what the import would do. */
    private void enterAll(FigureSheet sheet, RowCheck check) throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
                eachBatch(sheet, check, rows -> {
                    enter(rows, check);
                    using.jobs().report(job);
                });
                checkReports(sheet, check);
                if (job.dryRun || isRefused()) {
                    throw new Undo();
                }
                store(ImportState.DONE);
                return null;
            });
        } catch (Undo e) {
            if (isRefused()) {
                open = Entered.NOTHING;
            }
            end(isRefused() ? ImportState.REFUSED : ImportState.DONE);
        }
    }

    private boolean isRefused() {
        return job.isAllOrNothing() && job.conflicts > 0;
    }

    /** One transaction with the record of the rows that are done. */
    private void enterBatch(List<EnteredRow> rows, RowCheck check) {
        QuarkusTransaction.requiringNew().run(() -> {
            int before = job.conflicts;
            enter(rows, check);
            using.jobs().add(job.id, before, kept);
            kept.clear();
            job.add(open, refused);
            open = Entered.NOTHING;
            refused = 0;
            using.jobs().save(job);
        });
    }

    private void enter(List<EnteredRow> rows, RowCheck check) {
        Set<String> codes = rows.stream().map(EnteredRow::unit).filter(unit -> unit != null && scope.ownUnits().contains(unit))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, ExistingReport> reports = using.reports().findForUpdate(job.regime(), job.period(), codes);
        RowCheck.Checked checked = check.check(rows, new RowCheck.Known(using.units().lives(codes), reports));
        keep(checked.conflicts().all());
        refused += checked.conflicts().rows();
        open = open.plus(using.entry().enter(job.regime(), job.period(), checked.valid(), reports, context));
        job.processed += rows.size();
        job.lastRow = rows.get(rows.size() - 1).number();
    }

    /** When all rows are entered: a rule compares figures that can stand far from one another in the file. */
    private void checkReports(FigureSheet sheet, RowCheck check) {
        CellFindings found = new CellFindings(sheet, check.rows());
        List<String> units = check.importedUnits();
        for (int from = 0; from < units.size(); from += using.batchUnits()) {
            List<String> codes = units.subList(from, Math.min(from + using.batchUnits(), units.size()));
            Map<String, UnitLife> lives = using.units().lives(codes);
            Map<String, QualityCheck.Content> contents = new HashMap<>();
            using.reports().find(job.regime(), job.period(), codes).forEach((unit, report) -> {
                if (report.isOpen()) {
                    contents.put(unit, new QualityCheck.Content(report.figures(), scope.required(lives.get(unit))));
                }
            });
            using.gate().of(scope.period(), contents).forEach(found::add);
            using.jobs().report(job);
        }
        findings = found.kept();
        job.errors = found.errors();
        job.warnings = found.warnings();
    }

    private void keep(List<Conflict> conflicts) {
        conflicts.stream().limit(Math.max(MAX_CONFLICTS - job.conflicts, 0)).forEach(kept::add);
        job.conflicts += conflicts.size();
    }

    private void end(ImportState state) {
        QuarkusTransaction.requiringNew().run(() -> store(state));
    }

    private void store(ImportState state) {
        using.jobs().add(job.id, 0, kept);
        using.jobs().addFindings(job.id, findings);
        job.add(open, refused);
        job.end(state, using.clock().instant());
        using.jobs().save(job);
    }
}
