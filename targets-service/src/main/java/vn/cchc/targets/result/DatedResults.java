package vn.cchc.targets.result;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.TimeBasis;
import vn.cchc.targets.period.Periods;

/**
 * The comparable results of an indicator in the order of time. A stock has one for each cut-off day; a flow one for
 * each year that is final, because windows of different lengths are not compared; a survey one for each year of the
 * method that the scoreboard shows.
 */
@ApplicationScoped
public class DatedResults {

    private final Results results;
    private final Lineage lineage;
    private final SurveyResults surveys;
    private final Periods periods;

    DatedResults(Results results, Lineage lineage, SurveyResults surveys, Periods periods) {
        this.results = results;
        this.lineage = lineage;
        this.surveys = surveys;
        this.periods = periods;
    }

    /** Those with cases, up to a reporting year. */
    public List<DatedResult> of(Indicator indicator, int year, LocalDate today) {
        if (indicator.comparedYears().isPresent()) {
            // A mean of years moves by its nature; it is no series of states.
            return List.of();
        }
        if (indicator.type() == IndicatorType.SURVEY) {
            return surveys.series(indicator.code()).principal(year).values().stream().map(IndicatorResult::of)
                    .map(result -> new DatedResult(result.period(), LocalDate.of(result.period().year(), Month.DECEMBER, 31),
                            result.ratio()))
                    .sorted(Comparator.comparing(DatedResult::cutOff)).toList();
        }
        if (indicator.timeBasis() == TimeBasis.FLOW) {
            List<Integer> years = IntStream.rangeClosed(indicator.plan().firstYear(), year).boxed().toList();
            return results.finalYears(indicator, periods.years(indicator.plan().regime(), years), today);
        }
        return lineage.cutOffs(indicator);
    }
}
