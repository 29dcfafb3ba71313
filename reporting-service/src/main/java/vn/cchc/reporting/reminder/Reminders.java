package vn.cchc.reporting.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.Session;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.paging.Paging;
import vn.cchc.values.UnitCode;

@ApplicationScoped
class Reminders implements PanacheRepositoryBase<Reminder, UUID> {

    /**
     * Issues the reminders of a day that were not issued yet. A deadline that has moved, and each return, is another
     * occasion. A report that was returned is reminded of as returned, not as late. The original deadline selects the
     * periods, before all units are joined. Of two transactions the second waits for the rows of the first, and then
     * finds them.
     */
    private static final String ISSUE = """
            insert into reminder (id, kind, regime, period, unit, occasion, deadline, issued_at)
            select uuidv7(), kind, regime, period, unit, occasion, deadline, :now
            from (
              select case when e.deadline < :today then 'LATE' when e.deadline = :today then 'DUE' else 'ABOUT_TO_BE_DUE' end as kind,
                e.regime, e.period, e.unit, cast(e.deadline as text) as occasion, e.deadline
              from expected_report e left join report r on r.regime = e.regime and r.period = e.period and r.unit = e.unit
              where e.deadline between :earliest and :last and e.original_deadline <= :last
                and (e.original_deadline >= :earliest or (e.regime, e.period) in (
                  select regime, period from extension where revoked_at is null and new_deadline >= :earliest))
                and (r.id is null or r.accepted_version is null and r.state not in ('SUBMITTED', 'ACCEPTED', 'RETURNED'))
              union all
              select 'RETURNED', e.regime, e.period, e.unit, cast(s.number as text), e.deadline
              from report r join expected_report e on e.regime = r.regime and e.period = r.period and e.unit = r.unit
                join lateral (select number, action, at from status_change where report = r.id order by number desc limit 1) s on true
              where r.state = 'RETURNED' and s.action = 'RETURN' and s.at >= :returnedSince) due
            where not exists (select from reminder sent where sent.regime = due.regime and sent.period = due.period
              and sent.unit = due.unit and sent.kind = due.kind and sent.occasion = due.occasion)
            order by deadline, regime, period, unit, kind
            limit :most
            on conflict (regime, period, unit, kind, occasion) do nothing
            returning id, kind, regime, period, unit, deadline, issued_at""";

    /**
     * @param last the last day of which the deadline is near
     * @param earliest the first deadline of which late reports are still reminded of
     */
    List<Reminder> issue(LocalDate today, LocalDate last, LocalDate earliest, ZoneId zone, Instant now, int most) {
        return getEntityManager().unwrap(Session.class).createNativeQuery(ISSUE, Reminder.class)
                .setParameter("today", today).setParameter("last", last).setParameter("earliest", earliest)
                .setParameter("returnedSince", earliest.atStartOfDay(zone).toInstant()).setParameter("now", now)
                .setParameter("most", most).getResultList();
    }

    List<Reminder> after(UnitCode unit, Paging paging) {
        return find("id > ?1 and (?2 is null or unit = ?2) order by id", paging.afterId(), Objects.toString(unit, null))
                .page(0, paging.rows()).list();
    }
}
