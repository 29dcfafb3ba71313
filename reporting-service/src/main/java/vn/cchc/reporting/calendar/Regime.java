package vn.cchc.reporting.calendar;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A reporting regime (chế độ báo cáo): which periods of a year are reported, and until when at each level. */
@Entity
public class Regime {

    @Id
    String code;
    String name;
    String nameEn;
    String legalBasis;
    String kind;
    /** The spans of a year that are reported, separated by commas. */
    String frequencies;
    int unitDeadlineDay;
    int departmentDeadlineDay;
    int provinceDeadlineDay;
    LocalDate validFrom;
    LocalDate validTo;

    protected Regime() {
    }

    public String code() {
        return code;
    }

    /** The year's periods in the order of their cut-offs. */
    List<Period> periodsOf(int year) {
        return spans().stream().map(span -> new Period(year, span)).sorted(Comparator.comparing(Period::to)).toList();
    }

    public Optional<Period> period(String periodCode) {
        return Period.parse(periodCode).filter(period -> spans().contains(period.span()));
    }

    /** The last day on which a report is in time: a fixed day of the period's last month. */
    public LocalDate deadline(Period period, ReportingLevel level) {
        return period.to().withDayOfMonth(switch (level) {
            case UNIT -> unitDeadlineDay;
            case DEPARTMENT -> departmentDeadlineDay;
            case PROVINCE -> provinceDeadlineDay;
        });
    }

    /** When a unit's next report of the same year is due; none after the annual one. */
    public Optional<LocalDate> nextDue(Period period) {
        return periodsOf(period.year()).stream().filter(next -> next.to().isAfter(period.to())).findFirst()
                .map(next -> deadline(next, ReportingLevel.UNIT));
    }

    /** How its period codes look, for who got one wrong. */
    public String pattern() {
        return periodsOf(2025).stream().map(Period::code).collect(Collectors.joining(", "));
    }

    private List<PeriodType> spans() {
        return Arrays.stream(frequencies.split(",")).map(PeriodType::valueOf).toList();
    }
}
