package vn.cchc.reporting.reminder;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.messaging.outbox.RelayLeadership;
import vn.cchc.reporting.holiday.Holidays;
import vn.cchc.rest.PeriodicTasks;

/** Reminds units of their reports: a job of the replica whose relay is the leader. */
@ApplicationScoped
class ReminderService {

    private final Reminders reminders;
    private final Holidays holidays;
    private final Outbox outbox;
    private final MeterRegistry metrics;
    private final ReminderConfig config;

    ReminderService(Reminders reminders, Holidays holidays, Outbox outbox, MeterRegistry metrics, ReminderConfig config) {
        this.reminders = reminders;
        this.holidays = holidays;
        this.outbox = outbox;
        this.metrics = metrics;
        this.config = config;
    }

    void start(@Observes StartupEvent started, PeriodicTasks tasks, RelayLeadership leadership, Clock clock) {
        tasks.every(config.interval(), "Reminders were not issued", () -> {
            if (leadership.isHeld()) {
                issue(clock);
            }
        });
    }

    /** Issues the reminders of today in transactions of one batch each, until none is left. */
    void issue(Clock clock) {
        List<Reminder> issued;
        do {
            issued = QuarkusTransaction.requiringNew().call(() -> issueBatch(clock));
            issued.forEach(reminder -> metrics.counter("cchc.reminders.issued", "kind", reminder.kind.name()).increment());
        } while (issued.size() == config.batch());
    }

    private List<Reminder> issueBatch(Clock clock) {
        LocalDate today = LocalDate.now(clock);
        ZoneId zone = clock.getZone();
        LocalDate last = holidays.workingDays().after(today, config.leadWorkingDays());
        List<Reminder> issued = reminders.issue(today, last, today.minusDays(config.lateDays()), zone, clock.instant(),
                config.batch());
        issued.forEach(reminder -> outbox.add(reminder.toEvent()));
        return issued;
    }
}
