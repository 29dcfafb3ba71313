package vn.cchc.reporting.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.UuidGenerator;

import vn.cchc.events.PeriodDefined;
import vn.cchc.values.DateRange;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.RegimeCode;

/**
 * One version of a reporting period (kỳ báo cáo) of a regime: its window and its deadlines, as derived from the regime and the
 * holidays. A version never changes; the highest one is current.
 */
@Entity
@Immutable
public class Period {

    @Id
    @UuidGenerator(style = UuidGenerator.Style.VERSION_7)
    UUID id;
    String regime;
    String code;
    long version;
    int year;
    @Column(name = "window_from")
    LocalDate from;
    @Column(name = "window_to")
    LocalDate to;
    LocalDate yearFrom;
    LocalDate yearTo;
    boolean annual;
    LocalDate unitDeadline;
    LocalDate departmentDeadline;
    LocalDate provinceDeadline;
    boolean cancelled;
    int regimeVersion;
    Instant recordedAt;

    protected Period() {
    }

    Period(Regime regime, PeriodType type, int year, DateRange window, DateRange wholeYear,
            Function<ReportingLevel, LocalDate> deadlines) {
        this.regime = regime.code;
        this.code = type.code(year).value();
        this.version = 1;
        this.year = year;
        this.from = window.from();
        this.to = window.to();
        this.yearFrom = wholeYear.from();
        this.yearTo = wholeYear.to();
        this.annual = type.isAnnual();
        this.unitDeadline = deadlines.apply(ReportingLevel.UNIT);
        this.departmentDeadline = later(unitDeadline, deadlines.apply(ReportingLevel.DEPARTMENT));
        this.provinceDeadline = later(departmentDeadline, deadlines.apply(ReportingLevel.PROVINCE));
        this.regimeVersion = regime.version;
    }

    private Period(Period other) {
        this.regime = other.regime;
        this.code = other.code;
        this.version = other.version;
        this.year = other.year;
        this.from = other.from;
        this.to = other.to;
        this.yearFrom = other.yearFrom;
        this.yearTo = other.yearTo;
        this.annual = other.annual;
        this.unitDeadline = other.unitDeadline;
        this.departmentDeadline = other.departmentDeadline;
        this.provinceDeadline = other.provinceDeadline;
        this.cancelled = other.cancelled;
        this.regimeVersion = other.regimeVersion;
    }

    public RegimeCode regime() {
        return new RegimeCode(regime);
    }

    public PeriodCode code() {
        return new PeriodCode(code);
    }

    /** The reporting year. */
    public int year() {
        return year;
    }

    /** First day of the window. */
    public LocalDate from() {
        return from;
    }

    /** Last day of the window, the cut-off (ngày chốt số liệu). */
    public LocalDate to() {
        return to;
    }

    public DateRange window() {
        return new DateRange(from, to);
    }

    /** First day of the reporting year. */
    public LocalDate yearFrom() {
        return yearFrom;
    }

    /** Whether the window is the whole reporting year. */
    public boolean isAnnual() {
        return annual;
    }

    /** Whether the regime no longer requires reports for the period. */
    public boolean isCancelled() {
        return cancelled;
    }

    /** The last day on which a report of the level is on time. */
    public LocalDate deadline(ReportingLevel level) {
        return switch (level) {
            case UNIT -> unitDeadline;
            case DEPARTMENT -> departmentDeadline;
            case PROVINCE -> provinceDeadline;
        };
    }

    /**
     * The next version after a change of the regime or of a holiday. Only what lies ahead changes: the window until its
     * cut-off, and each deadline until it is reached. No deadline moves to today or to a day before.
     *
     * @return empty if nothing changes
     */
    Optional<Period> revision(Period derived, LocalDate today) {
        Period next = new Period(to.isAfter(today) ? derived : this);
        next.version = version + 1;
        next.regimeVersion = derived.regimeVersion;
        next.unitDeadline = revised(unitDeadline, derived.unitDeadline, today);
        next.departmentDeadline = later(next.unitDeadline, revised(departmentDeadline, derived.departmentDeadline, today));
        next.provinceDeadline = later(next.departmentDeadline, revised(provinceDeadline, derived.provinceDeadline, today));
        return next.content().equals(content()) ? Optional.empty() : Optional.of(next);
    }

    /**
     * The next version when the regime no longer requires the period.
     *
     * @return empty after the cut-off, and if the period is cancelled already
     */
    Optional<Period> cancellation(LocalDate today) {
        if (cancelled || !to.isAfter(today)) {
            return Optional.empty();
        }
        Period next = new Period(this);
        next.version = version + 1;
        next.cancelled = true;
        return Optional.of(next);
    }

    private static LocalDate revised(LocalDate known, LocalDate derived, LocalDate today) {
        return known.isAfter(today) && derived.isAfter(today) ? derived : known;
    }

    private List<Object> content() {
        return List.of(year, from, to, yearFrom, yearTo, annual, unitDeadline, departmentDeadline, provinceDeadline, cancelled);
    }

    PeriodDefined toEvent() {
        return new PeriodDefined(regime, code, year, from, to, yearFrom, yearTo, annual, unitDeadline, departmentDeadline,
                provinceDeadline, cancelled, version);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
