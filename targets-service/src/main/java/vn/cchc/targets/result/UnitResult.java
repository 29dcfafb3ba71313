package vn.cchc.targets.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.events.UnitResultRetracted;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Rating;
import vn.cchc.values.DateRange;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.PeriodFigure;
import vn.cchc.values.RegimeCode;
import vn.cchc.values.UnitCode;

/**
 * A version of a unit's figure for an indicator, a regime and a period: accepted, corrected or retracted, with its report.
 * It is never changed; the view {@code unit_result} has the current ones.
 */
@Entity
@Immutable
@Table(name = "unit_result_version")
class UnitResult implements PeriodFigure {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    Long id;
    String indicator;
    String plan;
    String regime;
    String period;
    String unit;
    int year;
    LocalDate periodFrom;
    LocalDate periodTo;
    LocalDate yearFrom;
    boolean annual;
    Long numerator;
    Long denominator;
    @Enumerated(EnumType.STRING)
    Rating rating;
    String statement;
    UUID report;
    int reportVersion;
    String submittedBy;
    Instant submittedAt;
    String acceptedBy;
    Instant acceptedAt;
    String seal;
    /** Null if the report has none. */
    @JdbcTypeCode(SqlTypes.JSON)
    List<UnitResultAccepted.Evidence> evidence;
    String retractedBy;
    Instant retractedAt;
    String reason;
    Instant recordedAt;

    protected UnitResult() {
    }

    UnitResult(Indicator indicator, UnitResultAccepted accepted) {
        this.indicator = indicator.code().value();
        this.plan = indicator.plan().code().value();
        this.regime = accepted.regime();
        this.period = accepted.period().code();
        this.unit = accepted.unit();
        this.year = accepted.period().year();
        this.periodFrom = accepted.period().from();
        this.periodTo = accepted.period().to();
        this.yearFrom = accepted.period().yearFrom();
        this.annual = accepted.period().annual();
        this.numerator = accepted.numerator();
        this.denominator = accepted.denominator();
        this.rating = accepted.rating() == null ? null : Rating.valueOf(accepted.rating());
        this.statement = accepted.statement();
        this.report = accepted.report();
        this.reportVersion = accepted.reportVersion();
        this.submittedBy = accepted.submittedBy();
        this.submittedAt = accepted.submittedAt();
        this.acceptedBy = accepted.acceptedBy();
        this.acceptedAt = accepted.acceptedAt();
        this.seal = accepted.seal();
        this.evidence = accepted.evidence().isEmpty() ? null : accepted.evidence();
        this.recordedAt = accepted.acceptedAt();
        requireFigure();
    }

    /** @param current the figure that is retracted; empty if it never arrived */
    UnitResult(Indicator indicator, UnitResultRetracted retracted, Optional<UnitResult> current) {
        PeriodCode code = new PeriodCode(retracted.periodCode());
        this.indicator = indicator.code().value();
        this.plan = indicator.plan().code().value();
        this.regime = retracted.regime();
        this.period = code.value();
        this.unit = retracted.unit();
        this.year = current.map(figure -> figure.year).orElseGet(code::year);
        this.periodFrom = current.map(figure -> figure.periodFrom).orElse(null);
        this.periodTo = current.map(figure -> figure.periodTo).orElse(null);
        this.yearFrom = current.map(figure -> figure.yearFrom).orElse(null);
        this.annual = current.map(figure -> figure.annual).orElse(false);
        this.report = retracted.report();
        this.reportVersion = retracted.reportVersion();
        this.retractedBy = retracted.retractedBy();
        this.retractedAt = retracted.retractedAt();
        this.reason = retracted.reason();
        this.recordedAt = retracted.retractedAt();
    }

    @Override
    public String period() {
        return period;
    }

    UnitCode unit() {
        return new UnitCode(unit);
    }

    LocalDate cutOff() {
        return periodTo;
    }

    @Override
    public DateRange window() {
        return new DateRange(periodFrom, periodTo);
    }

    @Override
    public boolean annual() {
        return annual;
    }

    /** The indicator's figures of a reporting year, which a unit's contribution is made of. */
    Scope scope() {
        return new Scope(new IndicatorCode(indicator), new RegimeCode(regime), year, unit());
    }

    record Scope(IndicatorCode indicator, RegimeCode regime, int year, UnitCode unit) {
    }

    ResultTotal total() {
        return rating == null ? ResultTotal.counted(numerator, denominator) : ResultTotal.rated(rating);
    }

    private void requireFigure() {
        if ((rating == null) != (numerator != null && denominator != null)) {
            throw new IllegalArgumentException(
                    "neither a rating nor a figure, or both: %s %s %s".formatted(indicator, period, unit));
        }
        total();
    }
}
