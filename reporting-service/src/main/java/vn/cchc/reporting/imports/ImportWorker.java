package vn.cchc.reporting.imports;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

import org.jboss.logging.Logger;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.reporting.calendar.Period;
import vn.cchc.reporting.calendar.Regimes;
import vn.cchc.reporting.indicator.Indicators;
import vn.cchc.reporting.report.ExistingReports;
import vn.cchc.reporting.report.FigureEntry;
import vn.cchc.reporting.report.QualityCheck;
import vn.cchc.reporting.unit.Units;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.database.SqlErrorClassifier;

/** Does the imports, one after another on each replica. What a killed replica has begun, another one ends. */
@ApplicationScoped
class ImportWorker {

    private static final Logger LOG = Logger.getLogger(ImportWorker.class);
    private static final int MAX_ATTEMPTS = 5;
    private static final Duration WITHOUT_PAUSE = Duration.ofMillis(1);
    private static final Duration PAUSE = Duration.ofSeconds(2);
    private static final Duration CLEANING = Duration.ofHours(1);

    private final FigureImports jobs;
    private final Uploads uploads;
    private final Regimes regimes;
    private final Indicators indicators;
    private final ImportRun.Imports using;
    private final Semaphore wake = new Semaphore(0);

    ImportWorker(FigureImports jobs, Uploads uploads, Regimes regimes, Indicators indicators, ExistingReports reports,
            FigureEntry entry, QualityCheck gate, Units units, ImportConfig config, Clock clock) {
        this.jobs = jobs;
        this.uploads = uploads;
        this.regimes = regimes;
        this.indicators = indicators;
        this.using = new ImportRun.Imports(jobs, reports, entry, gate, units, config.batchUnits(), clock);
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks, ImportConfig config) {
        tasks.every(WITHOUT_PAUSE, "The imports were not processed", () -> {
            awaitImport(config.pollInterval());
            work();
        });
        tasks.every(CLEANING, "The files of ended imports were not removed", uploads::removeUnused);
    }

    /** An import of this replica begins at once; those of others, and abandoned ones, after the poll interval. */
    void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) FigureImports.Queued queued) {
        wake.release();
    }

    private void awaitImport(Duration atMost) {
        try {
            wake.tryAcquire(atMost.toMillis(), MILLISECONDS);
            wake.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @ActivateRequestContext
    void work() {
        for (Optional<FigureImport> job = jobs.claim(); job.isPresent(); job = jobs.claim()) {
            attempt(job.get());
        }
    }

    private void attempt(FigureImport job) {
        try {
            run(job);
            uploads.remove(job.upload);
            LOG.infof("Import %s ended: %s, %d of %d rows", job.id, job.state, job.processed, job.total);
        } catch (FigureImports.LostLease e) {
            LOG.infof("Import %s: %s", job.id, e.getMessage());
        } catch (IOException | RuntimeException e) {
            LOG.warnf("Import %s was interrupted in attempt %d: %s", job.id, job.attempts, SqlErrorClassifier.describe(e));
            if (job.attempts < MAX_ATTEMPTS) {
                jobs.release(job, PAUSE);
            } else {
                jobs.fail(job);
            }
        }
    }

    private void run(FigureImport job) throws IOException {
        Path file = Files.createTempFile("import", null);
        try {
            uploads.copy(job.upload, file);
            ImportScope scope = QuarkusTransaction.requiringNew().call(() -> scope(job));
            new ImportRun(job, using, scope).run(file);
        } finally {
            Files.delete(file);
        }
    }

    private ImportScope scope(FigureImport job) {
        Period period = regimes.period(job.regime(), job.period()).orElseThrow();
        // An immutable set probes from place to place, which is slow with codes that are numbered.
        return new ImportScope(period, new HashSet<>(job.units), indicators.assigned(job.regime(), period),
                regimes.qualityRules(period));
    }
}
