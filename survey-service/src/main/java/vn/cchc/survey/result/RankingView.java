package vn.cchc.survey.result;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import vn.cchc.survey.result.ResultView.IntervalView;
import vn.cchc.survey.result.ResultView.PartView;

@Schema(name = "UnitRanking", description = "Units ranked by the satisfied rate, only where their intervals separate")
public record RankingView(@Schema(description = "Name of the method of the result", examples = "POOLED") String method,
        @Schema(description = "Method and version of the intervals", examples = "WILSON_STRATIFIED_V1") String intervalMethod,
        @Schema(description = "By rank, then in the order of the campaign; at last the units that are suppressed") List<UnitView> units) {

    @Schema(name = "RankedUnit", description = "One unit of a ranking")
    public record UnitView(@Schema(description = "Code of the unit", examples = "VP") String unit,
            @Schema(description = "1 plus the number of units whose interval lies wholly above; null if the unit is suppressed or has no interval", examples = "1", nullable = true) Integer rank,
            @Schema(examples = "86.02", nullable = true) BigDecimal satisfiedRate,
            @Schema(nullable = true) IntervalView interval, @Schema(examples = "31", nullable = true) Long respondents) {
    }

    public static RankingView of(ResultView result) {
        return new RankingView(result.method(), result.intervalMethod(), result.units().stream()
                .map(unit -> new UnitView(unit.code(), rank(unit, result.units()), unit.satisfiedRate(), unit.interval(),
                        unit.respondents()))
                .sorted(Comparator.comparing(UnitView::rank, Comparator.nullsLast(Comparator.naturalOrder()))).toList());
    }

    private static Integer rank(PartView unit, List<PartView> all) {
        if (unit.interval() == null) {
            return null;
        }
        return 1 + (int) all.stream().filter(other -> other.interval() != null
                && other.interval().lower().compareTo(unit.interval().upper()) > 0).count();
    }
}
