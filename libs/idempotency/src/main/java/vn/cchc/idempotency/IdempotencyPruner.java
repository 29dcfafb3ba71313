package vn.cchc.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import vn.cchc.idempotency.IdempotencyRecords.Retention;
import vn.cchc.rest.PeriodicTasks;

/** Deletes expired records. */
@ApplicationScoped
class IdempotencyPruner {

    private final IdempotencyRecords records;
    private final Retention retention;

    IdempotencyPruner(IdempotencyRecords records, Retention retention) {
        this.records = records;
        this.retention = retention;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(retention.pruneEvery(), "Pruning of idempotency records failed", records::prune);
    }
}
