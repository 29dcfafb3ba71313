package vn.cchc.reporting.holiday;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;

@ApplicationScoped
public class Holidays implements PanacheRepositoryBase<Holiday, LocalDate> {

    /** The working days by all holidays that are entered. */
    public WorkingDays workingDays() {
        var days = stream("not removed").collect(partitioningBy(
                holiday -> holiday.type == HolidayType.COMPENSATORY_WORKING_DAY, mapping(holiday -> holiday.date, toSet())));
        return new WorkingDays(days.get(false), days.get(true));
    }

    /** @throws ProblemException 404 if no holiday is entered for the date */
    Holiday require(LocalDate date) {
        return find("date = ?1 and not removed", date).<Holiday> firstResultOptional()
                .orElseThrow(() -> notFound(date.toString()));
    }

    static ProblemException notFound(String date) {
        return ProblemException.notFound(ResourceType.HOLIDAY, date);
    }

    /** @param year null for all years */
    List<Holiday> after(String date, Integer year, int rows) {
        return find("not removed and cast(date as string) > ?1 and (?2 is null or year(date) = ?2) order by date", date, year)
                .page(0, rows).list();
    }

    /** Holds all other changes of holidays back until the transaction ends. */
    void lock() {
        getEntityManager().createNativeQuery("lock table holiday in share row exclusive mode").executeUpdate();
    }
}
