package vn.cchc.reporting.calendar;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.outbox.Outbox;
import vn.cchc.reporting.holiday.HolidayChanged;
import vn.cchc.reporting.holiday.Holidays;
import vn.cchc.reporting.holiday.WorkingDays;
import vn.cchc.rest.PeriodicTasks;
import vn.cchc.values.PeriodCode;

/** Derives the periods from regimes and holidays, keeps each new version and publishes it. */
@ApplicationScoped
class PeriodDerivation {

    private final Regimes regimes;
    private final Periods periods;
    private final Holidays holidays;
    private final Outbox outbox;
    private final CalendarConfig config;

    PeriodDerivation(Regimes regimes, Periods periods, Holidays holidays, Outbox outbox, CalendarConfig config) {
        this.regimes = regimes;
        this.periods = periods;
        this.holidays = holidays;
        this.outbox = outbox;
        this.config = config;
    }

    /** At the start, and daily: a year comes into the horizon when a reporting year begins. */
    void start(@Observes StartupEvent started, PeriodicTasks tasks, Clock clock) {
        Runnable derivation = () -> QuarkusTransaction.requiringNew().run(() -> derive(clock));
        derivation.run();
        tasks.every(Duration.ofDays(1), "Periods are not derived", derivation);
    }

    @Transactional
    void holidayChanged(@Observes HolidayChanged changed, Clock clock) {
        derive(clock);
    }

    /** Brings all periods up to date. What lies in the past does not change. */
    @Transactional
    void derive(Clock clock) {
        periods.lock();
        WorkingDays calendar = holidays.workingDays();
        Map<String, List<Period>> current = periods.currentByRegime();
        LocalDate today = LocalDate.now(clock);
        for (RegimeVersions regime : regimes.allVersions()) {
            Collection<Period> derived = regime.periods(config.firstYear(), regime.yearOf(today) + config.yearsAhead(),
                    calendar);
            Collection<Period> changed = changes(current.getOrDefault(regime.latest().code, List.of()), derived, today);
            changed.forEach(period -> period.recordedAt = clock.instant());
            periods.persist(changed);
            changed.forEach(period -> outbox.add(period.toEvent()));
        }
    }

    private static Collection<Period> changes(List<Period> current, Collection<Period> derived, LocalDate today) {
        Map<PeriodCode, Period> open = current.stream().collect(toMap(Period::code, identity()));
        List<Period> changes = new ArrayList<>();
        for (Period period : derived) {
            Period known = open.remove(period.code());
            if (known == null) {
                changes.add(period);
            } else {
                known.revision(period, today).ifPresent(changes::add);
            }
        }
        open.values().forEach(period -> period.cancellation(today).ifPresent(changes::add));
        return changes;
    }
}
