package vn.cchc.reporting.report;

import java.time.Instant;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/** One indicator's figure in a report: numerator and denominator, or a rating with its statement. */
@Embeddable
public record Figure(Long numerator, Long denominator, @Enumerated(EnumType.STRING) Rating rating, String statement,
        String enteredBy, Instant enteredAt) {

    public Figure {
        boolean counted = numerator != null && denominator != null && rating == null;
        boolean rated = rating != null && statement != null && numerator == null && denominator == null;
        if (!counted && !rated) {
            throw new IllegalArgumentException("a figure is either counted or rated");
        }
        if (counted && (denominator < 0 || numerator > denominator)) {
            throw new IllegalArgumentException(numerator + " of " + denominator);
        }
    }
}
