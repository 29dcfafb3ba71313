package vn.cchc.targets.result;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

import vn.cchc.events.UnitResultAccepted;
import vn.cchc.targets.indicator.Rating;

/** The accepted figure of one unit for one indicator and period, with the report that it comes from. */
@Entity
@IdClass(UnitResult.Key.class)
class UnitResult {

    record Key(String indicator, String period, String unit) {
    }

    @Id
    String indicator;
    @Id
    String period;
    @Id
    String unit;
    int year;
    LocalDate periodFrom;
    LocalDate periodTo;
    LocalDate yearFrom;
    boolean annual;
    LocalDate nextDue;
    Long numerator;
    Long denominator;
    @Enumerated(EnumType.STRING)
    Rating rating;
    String statement;
    UUID report;
    int reportVersion;
    String regime;
    String submittedBy;
    Instant submittedAt;
    String acceptedBy;
    Instant acceptedAt;
    String seal;

    protected UnitResult() {
    }

    UnitResult(UnitResultAccepted accepted) {
        this.indicator = accepted.indicator();
        this.period = accepted.period().code();
        this.unit = accepted.unit();
        this.year = accepted.period().year();
        this.periodFrom = accepted.period().from();
        this.periodTo = accepted.period().to();
        this.yearFrom = accepted.period().yearFrom();
        this.annual = accepted.period().annual();
        this.nextDue = accepted.period().nextDue();
        this.numerator = accepted.numerator();
        this.denominator = accepted.denominator();
        this.rating = accepted.rating() == null ? null : Rating.valueOf(accepted.rating());
        this.statement = accepted.statement();
        this.report = accepted.report();
        this.reportVersion = accepted.reportVersion();
        this.regime = accepted.regime();
        this.submittedBy = accepted.submittedBy();
        this.submittedAt = accepted.submittedAt();
        this.acceptedBy = accepted.acceptedBy();
        this.acceptedAt = accepted.acceptedAt();
        this.seal = accepted.seal();
        requireFigure();
    }

    String period() {
        return period;
    }

    LocalDate periodTo() {
        return periodTo;
    }

    Key key() {
        return new Key(indicator, period, unit);
    }

    ResultTotal tally() {
        return rating == null ? ResultTotal.counted(numerator, denominator) : ResultTotal.rated(rating);
    }

    private void requireFigure() {
        if ((rating == null) != (numerator != null && denominator != null)) {
            throw new IllegalArgumentException("Neither a rating nor a figure, or both: " + Objects.toString(key()));
        }
        tally();
    }
}
