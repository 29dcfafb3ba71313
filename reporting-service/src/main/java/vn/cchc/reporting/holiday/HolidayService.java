package vn.cchc.reporting.holiday;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.input.BodyValidator;
import vn.cchc.rest.input.BodyViolations;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Enters, changes and removes holidays; deadlines are derived again in the same transaction. */
@ApplicationScoped
class HolidayService {

    private final Holidays holidays;
    private final AuditTrail trail;
    private final BodyValidator bodies;
    private final Event<HolidayChanged> changes;

    HolidayService(Holidays holidays, AuditTrail trail, BodyValidator bodies, Event<HolidayChanged> changes) {
        this.holidays = holidays;
        this.trail = trail;
        this.bodies = bodies;
        this.changes = changes;
    }

    @Transactional
    HolidayView create(NewHoliday wanted, ChangeContext context) {
        rules(wanted).throwIfAny();
        holidays.lock();
        Holiday known = holidays.findById(wanted.date());
        if (known != null && !known.removed) {
            throw new ProblemException(ReportingProblem.HOLIDAY_EXISTS, wanted.date().toString());
        }
        Holiday created = known == null ? new Holiday(wanted.date()) : known;
        created.enter(wanted);
        holidays.persistAndFlush(created);
        trail.created(created, context);
        return changed(created);
    }

    @Transactional
    HolidayView change(LocalDate date, NewHoliday wanted, ChangeContext context) {
        Holiday holiday = requireForUpdate(date, context);
        rules(wanted).require(() -> wanted.date().equals(date),
                () -> Violation.at("/date", ReportingProblem.KEY_DIFFERS, date.toString()), "date").throwIfAny();
        trail.change(holiday, "CHANGE", context, () -> holiday.enter(wanted));
        return changed(holiday);
    }

    @Transactional
    HolidayView remove(LocalDate date, ChangeContext context) {
        Holiday holiday = requireForUpdate(date, context);
        trail.change(holiday, "REMOVE", context, holiday::remove);
        return changed(holiday);
    }

    private Holiday requireForUpdate(LocalDate date, ChangeContext context) {
        holidays.lock();
        Holiday holiday = holidays.require(date);
        trail.requireMatch(holiday, context, () -> HolidayView.of(holiday));
        return holiday;
    }

    private HolidayView changed(Holiday holiday) {
        changes.fire(new HolidayChanged(holiday.date));
        return HolidayView.of(holiday);
    }

    private BodyViolations rules(NewHoliday wanted) {
        return bodies.constraints(wanted).rule(wanted::violations, "date", "type");
    }
}
