package vn.cchc.reporting.imports;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.narayana.jta.QuarkusTransaction;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.indicator.AssignedIndicators;
import vn.cchc.reporting.report.FigureEntry;
import vn.cchc.reporting.report.FigureEntry.Entered;
import vn.cchc.reporting.report.FigureEntry.Existing;
import vn.cchc.reporting.report.NewFigure;
import vn.cchc.reporting.spreadsheet.SheetReader;
import vn.cchc.reporting.unit.Units;

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
    private final Period period;
    private final AssignedIndicators assigned;
    private final Set<String> own;
    private final List<Conflict> kept = new ArrayList<>();
    /** Of a transaction that is still open, so that nobody reads of figures that may fall away. */
    private Entered open = Entered.NOTHING;
    private int refused;

    /** What every run uses. */
    record Imports(FigureImports jobs, FigureEntry entry, Units units, int batchUnits, Clock clock) {
    }

    ImportRun(FigureImport job, Imports using, Period period, AssignedIndicators assigned) {
        this.job = job;
        this.using = using;
        this.period = period;
        this.assigned = assigned;
        this.own = Set.copyOf(job.units);
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
            if (job.dryRun) {
                eachBatch(sheet, this::preview);
                end(job.conflicts > 0 && job.isAllOrNothing() ? ImportState.REFUSED : ImportState.DONE);
            } else if (job.isAllOrNothing()) {
                enterAll(sheet);
            } else {
                eachBatch(sheet, this::enterBatch);
                end(ImportState.DONE);
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

    private interface Work {
        void on(List<EnteredRow> rows, RowCheck check);
    }

    private void eachBatch(FigureSheet sheet, Work work) throws IOException {
        RowCheck check = new RowCheck(sheet, period, own, assigned);
        for (int done = 0; done < job.processed; done++) {
            check.remember(sheet.next());
        }
        List<EnteredRow> batch = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (EnteredRow row = sheet.next(); row != null; row = sheet.next()) {
            boolean full = !codes.contains(row.unit()) && codes.size() == using.batchUnits()
                    || batch.size() == MAX_ROWS_OF_BATCH;
            if (full) {
                work.on(batch, check);
                batch = new ArrayList<>();
                codes.clear();
            }
            batch.add(row);
            codes.add(row.unit());
        }
        if (!batch.isEmpty()) {
            work.on(batch, check);
        }
    }

    private void preview(List<EnteredRow> rows, RowCheck check) {
        QuarkusTransaction.requiringNew().run(() -> {
            Examined examined = examine(rows, check, codes -> using.entry().find(job.regime(), job.period(), codes));
            open = open.plus(FigureEntry.preview(examined.valid(), examined.reports()));
        });
        advance(rows);
        using.jobs().report(job);
    }

    private void enterAll(FigureSheet sheet) throws IOException {
        try {
            QuarkusTransaction.requiringNew().timeout(TRANSACTION_SECONDS).call(() -> {
                eachBatch(sheet, this::enterUnlessRefused);
                if (job.conflicts > 0) {
                    throw new Undo();
                }
                store(ImportState.DONE);
                return null;
            });
        } catch (Undo e) {
            open = Entered.NOTHING;
            end(ImportState.REFUSED);
        }
    }

    /** After the first conflict the rows are only checked. */
    private void enterUnlessRefused(List<EnteredRow> rows, RowCheck check) {
        Examined examined = examine(rows, check, codes -> using.entry().findForUpdate(job.regime(), job.period(), codes));
        if (job.conflicts == 0) {
            enter(examined);
        }
        advance(rows);
        using.jobs().report(job);
    }

    /** One transaction with the record of the rows that are done. */
    private void enterBatch(List<EnteredRow> rows, RowCheck check) {
        QuarkusTransaction.requiringNew().run(() -> {
            int before = job.conflicts;
            enter(examine(rows, check, codes -> using.entry().findForUpdate(job.regime(), job.period(), codes)));
            advance(rows);
            using.jobs().add(job.id, before, kept);
            kept.clear();
            job.add(open, refused);
            open = Entered.NOTHING;
            refused = 0;
            using.jobs().save(job);
        });
    }

    /** @param valid the figures by unit and indicator that have no conflict */
    private record Examined(Map<String, Map<String, NewFigure>> valid, Map<String, Existing> reports) {
    }

    private Examined examine(List<EnteredRow> rows, RowCheck check, Function<Set<String>, Map<String, Existing>> find) {
        Set<String> codes = rows.stream().map(EnteredRow::unit).filter(unit -> unit != null && own.contains(unit))
                .collect(Collectors.toCollection(TreeSet::new));
        Map<String, Existing> reports = find.apply(codes);
        Map<String, Map<String, NewFigure>> valid = new TreeMap<>();
        RowCheck.Known known = new RowCheck.Known(using.units().lives(codes), reports);
        rows.forEach(row -> {
            List<Conflict> conflicts = check.check(row, known);
            if (!conflicts.isEmpty()) {
                keep(conflicts);
                refused++;
            } else if (!row.isBlank()) {
                valid.computeIfAbsent(row.unit(), unit -> new TreeMap<>()).put(row.indicator(), row.figure());
            }
        });
        return new Examined(valid, reports);
    }

    private void enter(Examined examined) {
        open = open.plus(
                using.entry().enter(job.regime(), job.period(), examined.valid(), examined.reports(), job.context()));
    }

    private void advance(List<EnteredRow> rows) {
        job.processed += rows.size();
        job.lastRow = rows.get(rows.size() - 1).number();
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
        job.add(open, refused);
        job.end(state, using.clock().instant());
        using.jobs().save(job);
    }
}
