package vn.cchc.targets.indicator;

import java.time.LocalDate;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.values.DateRange;

@Schema(description = "The days on which an assignment holds")
record AssignmentDays(@Schema(description = "First day; null if it has no beginning", nullable = true) LocalDate validFrom,
        @Schema(description = "Last day; null if it has no end", nullable = true, examples = "2025-06-30") LocalDate validTo) {

    boolean endBeforeTheyBegin() {
        return !DateRange.isOrdered(validFrom, validTo);
    }

    DateRange validity() {
        return new DateRange(validFrom, validTo);
    }
}
