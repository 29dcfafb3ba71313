package vn.cchc.reporting.holiday;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.partitioningBy;
import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;

@ApplicationScoped
public class Holidays implements PanacheRepositoryBase<Holiday, LocalDate> {

    /** The working days by all holidays that are entered. */
    public WorkingDays workingDays() {
        var days = stream("not removed").collect(partitioningBy(
                holiday -> holiday.type == HolidayType.COMPENSATORY_WORKING_DAY, mapping(holiday -> holiday.date, toSet())));
        return new WorkingDays(days.get(false), days.get(true));
    }
}
