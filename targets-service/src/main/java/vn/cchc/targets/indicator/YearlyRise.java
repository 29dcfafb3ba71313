package vn.cchc.targets.indicator;

import java.math.BigDecimal;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** By how much the milestone rises each year, up to 100 %, and from what. */
@Embeddable
@Schema(description = "By how much the milestone rises each year, up to 100 %, and from what")
public record YearlyRise(
        @NotNull @DecimalMin("0") @DecimalMax("100") @Digits(integer = 3, fraction = 4) @Schema(description = "Percentage points", examples = "20") @Column(name = "rise_points") BigDecimal points,
        @NotNull @Schema(description = "What the points are added to") @Column(name = "rise_from") @Enumerated(EnumType.STRING) Base from) {

    public enum Base {
        /** The milestone of the year before, so that the milestones are those that the plan prints. */
        LAST_MILESTONE,
        /** The accepted result of the year before, unrounded. */
        LAST_ACTUAL
    }

    /**
     * Without trailing zeros of the points: 20, not 20.0000.
     *
     * @param of null if there is none
     */
    static YearlyRise plain(YearlyRise of) {
        return of == null ? null : new YearlyRise(Percent.plain(of.points), of.from);
    }

    /** The milestone after a result: at most 100 %. */
    public Ratio after(Ratio actual) {
        return actual.plus(Ratio.ofPercent(points));
    }
}
