package vn.cchc.reporting.unit;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.audit.AuditTrail;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.rest.change.SystemActor;

/** Changes of units that were recorded for a later day hold from that day on: the units are published again then. */
@ApplicationScoped
class DueUnitChanges {

    private static final Duration PAUSE = Duration.ofMinutes(10);

    private final Units units;
    private final AuditTrail trail;
    private final SystemActor system;
    private final Clock clock;

    DueUnitChanges(Units units, AuditTrail trail, SystemActor system, Clock clock) {
        this.units = units;
        this.trail = trail;
        this.system = system;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks) {
        tasks.every(PAUSE, "Changes of units that are due were not applied", () -> apply(LocalDate.now(clock)));
    }

    /** @return the number of units that have changed */
    int apply(LocalDate today) {
        return QuarkusTransaction.requiringNew().call(() -> {
            if (units.outdated(today).isEmpty()) {
                return 0;
            }
            // A second replica waits here, and finds nothing to do.
            units.lock();
            var outdated = units.outdated(today).stream().filter(unit -> unit.isOutdated(today)).toList();
            outdated.forEach(unit -> {
                trail.change(unit, "TAKE_EFFECT", system.change(), () -> unit.changed(today, clock.instant()));
                units.publish(unit);
            });
            return outdated.size();
        });
    }
}
