package vn.cchc.targets.scoreboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.StartupEvent;
import vn.cchc.messaging.metrics.SharedGauges;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.plan.Plans;
import vn.cchc.targets.result.Results;

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
                () -> plans.listAll().stream().flatMap(this::rows).toList());
    }

    private Stream<Row<?>> rows(Plan plan) {
        LocalDate today = LocalDate.now(clock);
        ReportingYear year = periods.year(plan.regime(), periods.yearOf(plan.regime(), today));
        return results.of(plan, indicators.ofPlan(plan.code()), year, year.year(), today).entrySet().stream()
                .map(result -> Row.of(Tags.of("plan", plan.code().value(), "indicator", result.getKey().value()),
                        result.getValue().unitsOverdue()));
    }
}
