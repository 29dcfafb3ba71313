package vn.cchc.targets.scoreboard;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.result.IndicatorResult;
import vn.cchc.targets.result.Results;
import vn.cchc.targets.unit.Unit;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.IndicatorCode;

/** Assesses the plan's indicators for a year, in a number of statements that does not depend on how many units report. */
@ApplicationScoped
class Scoreboard {

    private final Indicators indicators;
    private final Results results;
    private final Units units;
    private final Clock clock;

    Scoreboard(Indicators indicators, Results results, Units units, Clock clock) {
        this.indicators = indicators;
        this.results = results;
        this.units = units;
        this.clock = clock;
    }

    ScoreboardView of(Plan plan, ReportingYear year) {
        List<Assessment> assessments = assess(indicators.ofPlan(plan.code()), year);
        Map<String, Unit> leads = leads(assessments);
        return ScoreboardView.of(year, assessments, assessment -> lead(assessment, leads));
    }

    AssessmentView of(IndicatorCode code, ReportingYear year) {
        List<Assessment> assessments = assess(List.of(indicators.require(code)), year);
        Map<String, Unit> leads = leads(assessments);
        return AssessmentView.of(assessments.get(0), lead(assessments.get(0), leads));
    }

    private List<Assessment> assess(List<Indicator> of, ReportingYear year) {
        Map<String, IndicatorResult> now = results.ofYear(year.year());
        Map<String, IndicatorResult> before = results.ofYear(year.before().year());
        LocalDate today = LocalDate.now(clock);
        return of.stream().map(indicator -> Assessment.of(indicator, year, now.get(indicator.code().value()),
                before.get(indicator.code().value()), today)).toList();
    }

    private Map<String, Unit> leads(Collection<Assessment> of) {
        return units.named(of.stream().map(a -> a.indicator().leadOn(a.year().lastDay())).flatMap(Optional::stream).toList());
    }

    /** The lead unit, where one is assigned on the year's last day and still exists then. */
    private static Optional<Unit> lead(Assessment assessment, Map<String, Unit> leads) {
        LocalDate day = assessment.year().lastDay();
        return assessment.indicator().leadOn(day).map(leads::get).filter(unit -> unit.existsOn(day));
    }
}
