package vn.cchc.targets.indicator;

import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import com.fasterxml.jackson.annotation.JsonIgnore;

import vn.cchc.events.IndicatorDefined;

/** The two spans of years whose yearly amounts a reduction compares: how much the mean has fallen against the first span. */
@Embeddable
@Schema(description = "The two spans of years whose yearly amounts (VND, from the annual reports) are compared: by how many percent the yearly mean has fallen")
public record ComparedYears(
        @NotNull @Min(2000) @Max(2099) @Schema(description = "First year of the span that is compared with", examples = "2021") @Column(name = "baseline_from") Integer baselineFrom,
        @NotNull @Min(2000) @Max(2099) @Schema(description = "Its last year", examples = "2025") @Column(name = "baseline_to") Integer baselineTo,
        @NotNull @Min(2000) @Max(2099) @Schema(description = "First year of the later span", examples = "2026") @Column(name = "compared_from") Integer comparedFrom,
        @NotNull @Min(2000) @Max(2099) @Schema(description = "Its last year", examples = "2030") @Column(name = "compared_to") Integer comparedTo) {

    /** Whether no year is missing. A body is checked whole, so this is asked before the order. */
    @JsonIgnore
    public boolean isComplete() {
        return Stream.of(baselineFrom, baselineTo, comparedFrom, comparedTo).allMatch(Objects::nonNull);
    }

    /** Whether the spans follow each other. */
    @JsonIgnore
    public boolean isOrdered() {
        return baselineFrom <= baselineTo && baselineTo < comparedFrom && comparedFrom <= comparedTo;
    }

    public IntStream baseline() {
        return IntStream.rangeClosed(baselineFrom, baselineTo);
    }

    public IntStream compared() {
        return IntStream.rangeClosed(comparedFrom, comparedTo);
    }

    public IntStream years() {
        return IntStream.concat(baseline(), compared());
    }

    IndicatorDefined.ComparedYears asEvent() {
        return new IndicatorDefined.ComparedYears(baselineFrom, baselineTo, comparedFrom, comparedTo);
    }
}
