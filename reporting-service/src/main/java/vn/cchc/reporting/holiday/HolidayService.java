package vn.cchc.reporting.holiday;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import vn.cchc.audit.AuditTrail;
import vn.cchc.reporting.ReportingProblem;
import vn.cchc.rest.change.ChangeContext;
import vn.cchc.rest.problem.CommonProblem;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.Violation;

/** Enters, changes and removes holidays; deadlines are derived again in the same transaction. */
@ApplicationScoped
class HolidayService {

    private final Holidays holidays;
    private final AuditTrail trail;
    private final Event<HolidayChanged> changes;

    HolidayService(Holidays holidays, AuditTrail trail, Event<HolidayChanged> changes) {
        this.holidays = holidays;
        this.trail = trail;
        this.changes = changes;
    }

    @Transactional
    HolidayView create(NewHoliday wanted, ChangeContext context) {
        holidays.lock();
        Holiday known = holidays.findById(wanted.date());
        if (known != null && !known.removed) {
            throw new ProblemException(ReportingProblem.HOLIDAY_EXISTS, wanted.date().toString());
        }
        requireValid(violations(wanted));
        Holiday created = known == null ? new Holiday(wanted.date()) : known;
        created.enter(wanted);
        holidays.persistAndFlush(created);
        trail.created(created, context);
        return changed(created);
    }

    @Transactional
    HolidayView change(LocalDate date, NewHoliday wanted, ChangeContext context) {
        Holiday holiday = requireForUpdate(date, context);
        List<Violation> violations = violations(wanted);
        if (!wanted.date().equals(holiday.date)) {
            violations.add(Violation.at("/date", ReportingProblem.KEY_DIFFERS, date.toString()));
        }
        requireValid(violations);
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

    private static List<Violation> violations(NewHoliday wanted) {
        List<Violation> violations = new ArrayList<>();
        DayOfWeek day = wanted.date().getDayOfWeek();
        boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
        if (wanted.type() == HolidayType.COMPENSATORY_WORKING_DAY && !weekend) {
            violations.add(Violation.at("/date", ReportingProblem.NOT_A_WEEKEND, wanted.date().toString()));
        }
        return violations;
    }

    private static void requireValid(List<Violation> violations) {
        if (!violations.isEmpty()) {
            throw new ProblemException(CommonProblem.INVALID_INPUT, violations);
        }
    }
}
