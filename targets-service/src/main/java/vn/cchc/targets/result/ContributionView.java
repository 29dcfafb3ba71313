package vn.cchc.targets.result;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.targets.indicator.Rating;
import vn.cchc.targets.indicator.Ratio;
import vn.cchc.values.UnitCode;

@Schema(name = "UnitContribution", description = "What one unit contributes to a result")
public record ContributionView(@Schema(description = "Code of the unit", examples = "VP") UnitCode unit,
        @Schema(description = "Of an indicator that compares yearly amounts: the amount of the year, in VND", nullable = true) BigInteger numerator,
        @Schema(nullable = true) BigInteger denominator,
        @Schema(description = "For display, rounded half-up", nullable = true) BigDecimal percent,
        @Schema(description = "The rating that the unit gave; null for a counted indicator", nullable = true) Rating rating,
        @Schema(description = "The accepted figures that it consists of") List<AcceptedFigureView> accepted,
        @Schema(description = "With `includeHistory` every version of these figures, in the order of time; otherwise null", nullable = true) List<FigureVersionView> history) {

    /** The amount of a year, of which no share is taken. */
    static ContributionView ofAmount(Lineage.UnitFigures of) {
        return new ContributionView(of.unit(), of.total().numerator(), null, null, null,
                of.figures().stream().map(AcceptedFigureView::of).toList(), null);
    }

    static ContributionView of(Lineage.UnitFigures of) {
        ResultTotal total = of.total();
        Rating rating = total.rating().orElse(null);
        Ratio ratio = rating == null ? total.ratio() : null;
        return new ContributionView(of.unit(), ratio == null ? null : ratio.numerator(),
                ratio == null ? null : ratio.denominator(), ratio == null ? null : ratio.percent(), rating,
                of.figures().stream().map(AcceptedFigureView::of).toList(), null);
    }

    /** @param figures all versions of the unit's figures of the year */
    ContributionView withVersionsOf(List<UnitResult> figures) {
        Set<String> periods = accepted.stream().map(AcceptedFigureView::period).collect(Collectors.toSet());
        return new ContributionView(unit, numerator, denominator, percent, rating, accepted, figures.stream()
                .filter(figure -> periods.contains(figure.period)).map(FigureVersionView::of).toList());
    }
}
