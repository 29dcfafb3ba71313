package vn.cchc.targets.scoreboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.metrics.SharedGauges;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.result.AnnualResult;
import vn.cchc.targets.result.Results;
import vn.cchc.values.IndicatorCode;

/** The number of units whose report is overdue, for each indicator, by the rules of the scoreboard. */
@ApplicationScoped
class OverdueUnits {

    private final Plans plans;
    private final Indicators indicators;
    private final Periods periods;
    private final Results results;
    private final Clock clock;

    OverdueUnits(Plans plans, Indicators indicators, Periods periods, Results results, Clock clock) {
        this.plans = plans;
        this.indicators = indicators;
        this.periods = periods;
        this.results = results;
        this.clock = clock;
    }

    void start(@Observes StartupEvent started, SharedGauges gauges) {
        gauges.add("cchc.scoreboard.overdue.units", "Units whose report is overdue in the reporting year of today",
                this::read);
    }

    /** As of now: that a request reads the past is noted in its context, and a task has none of its own. */
    @ActivateRequestContext
    Map<Tags, Long> read() {
        Map<Tags, Long> units = new HashMap<>();
        plans.listAll().forEach(plan -> results(plan).forEach((indicator, result) -> units
                .put(Tags.of("plan", plan.code().value(), "indicator", indicator.value()), result.unitsOverdue())));
        return units;
    }

    private Map<IndicatorCode, AnnualResult> results(Plan plan) {
        LocalDate today = LocalDate.now(clock);
        ReportingYear year = periods.year(plan.regime(), periods.yearOf(plan.regime(), today));
        return results.of(plan, indicators.ofPlan(plan.code()), year, year.year(), today);
    }
}
