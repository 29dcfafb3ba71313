package vn.cchc.targets.period;

import java.time.LocalDate;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import vn.cchc.events.PeriodDefined;
import vn.cchc.values.DateRange;
import vn.cchc.values.PeriodCode;

/** A reporting period (kỳ báo cáo) of a regime, with the deadline of the units' reports. */
@Entity
@IdClass(Period.Key.class)
public class Period {

    record Key(String regime, String code) {
    }

    @Id
    String regime;
    @Id
    String code;
    int year;
    LocalDate periodFrom;
    LocalDate periodTo;
    LocalDate yearFrom;
    LocalDate yearTo;
    boolean annual;
    LocalDate unitDeadline;
    boolean cancelled;
    long version;

    protected Period() {
    }

    public Period(PeriodDefined defined) {
        this.regime = defined.regime();
        this.code = new PeriodCode(defined.code()).value();
        this.year = defined.year();
        this.periodFrom = defined.from();
        this.periodTo = defined.to();
        this.yearFrom = defined.yearFrom();
        this.yearTo = defined.yearTo();
        this.annual = defined.annual();
        this.unitDeadline = defined.unitDeadline();
        this.cancelled = defined.cancelled();
        this.version = defined.version();
    }

    public PeriodCode code() {
        return new PeriodCode(code);
    }

    /** The days that a report of the period covers. */
    public DateRange window() {
        return new DateRange(periodFrom, periodTo);
    }

    /** The last day of the window, whose state a stock is (ngày chốt số liệu). */
    public LocalDate cutOff() {
        return periodTo;
    }

    /** Whether the window is the whole reporting year. */
    public boolean isAnnual() {
        return annual;
    }

    /** The last day on which a unit's report is on time. */
    public LocalDate unitDeadline() {
        return unitDeadline;
    }

    public boolean isOverdueOn(LocalDate day) {
        return unitDeadline.isBefore(day);
    }
}
