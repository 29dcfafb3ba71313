package vn.cchc.targets.scoreboard;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;

import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorRevision;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.targets.period.Periods;
import vn.cchc.targets.period.ReportingYear;
import vn.cchc.targets.plan.Plan;
import vn.cchc.targets.result.AnnualResult;
import vn.cchc.targets.result.AwaitedReport;
import vn.cchc.targets.result.ContributionView;
import vn.cchc.targets.result.Lineage;
import vn.cchc.targets.result.Results;
import vn.cchc.targets.scoreboard.RevisionPreview.Judgement;
import vn.cchc.targets.scoreboard.RevisionPreview.VerdictChange;
import vn.cchc.targets.unit.Unit;
import vn.cchc.targets.unit.Units;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;
import vn.cchc.values.UnitCode;

/** Assesses a plan's indicators for a year, in a number of statements that does not depend on how many units report. */
@ApplicationScoped
public class Scoreboard {

    private final Indicators indicators;
    private final Results results;
    private final Lineage lineage;
    private final Units units;
    private final Periods periods;

    Scoreboard(Indicators indicators, Results results, Lineage lineage, Units units, Periods periods) {
        this.indicators = indicators;
        this.results = results;
        this.lineage = lineage;
        this.units = units;
        this.periods = periods;
    }

    /**
     * @param year null for the reporting year of today
     * @param today decides which reports are overdue
     */
    public ScoreboardView of(Plan plan, Integer year, LocalDate today) {
        plan.requirePublished();
        ReportingYear reporting = reportingYear(plan, year, today);
        List<Indicator> all = indicators.ofPlan(plan.code());
        List<Assessment> assessments = assess(plan, all, reporting, today,
                all.stream().filter(indicator -> indicator.definitionOn(reporting.lastDay()).needsYearBefore(reporting.year()))
                        .toList());
        Map<UnitCode, Unit> leads = leads(assessments);
        return ScoreboardView.of(plan, reporting, assessments, assessment -> lead(assessment, leads));
    }

    /**
     * @param year null for the reporting year of today
     * @param today decides which reports are overdue
     */
    AssessmentView of(IndicatorCode code, Integer year, Paging paging, LocalDate today) {
        Indicator indicator = indicators.require(code);
        indicator.plan().requirePublished();
        ReportingYear reporting = reportingYear(indicator.plan(), year, today);
        Assessment assessment = assess(indicator.plan(), List.of(indicator), reporting, today, List.of(indicator))
                .get(0);
        return AssessmentView.of(assessment, lead(assessment, leads(List.of(assessment))),
                awaited(indicator, reporting, paging, today), contributions(assessment, paging));
    }

    private Page<ContributionView> contributions(Assessment of, Paging paging) {
        boolean nothing = of.result() == null && of.annual().reduction() == null;
        return nothing || of.indicator().type() == IndicatorType.SURVEY ? new Page<>(List.of(), null)
                : lineage.contributions(of.indicator(), PeriodCode.ofYear(of.year().year()), paging);
    }

    /** The verdicts of the plan's years by the definition as it is, and with the draft. */
    List<VerdictChange> changes(IndicatorRevision draft, LocalDate today) {
        Indicator indicator = draft.indicator();
        return IntStream.rangeClosed(indicator.plan().firstYear(), indicator.plan().lastYear())
                .mapToObj(year -> periods.year(indicator.plan().regime(), year))
                .filter(year -> !draft.validFrom().isAfter(year.lastDay()))
                .map(year -> change(indicator, draft, year, today)).toList();
    }

    private VerdictChange change(Indicator indicator, IndicatorRevision draft, ReportingYear year, LocalDate today) {
        AnnualResult now = result(indicator, year, year.year(), today);
        AnnualResult before = result(indicator, periods.year(indicator.plan().regime(), year.year() - 1), year.year(), today);
        return new VerdictChange(year.year(), Judgement.of(Assessment.of(indicator, year, now, before)),
                Judgement.of(
                        Assessment.of(indicator, indicator.definitionOn(year.lastDay(), List.of(draft)), year, now, before)));
    }

    private AnnualResult result(Indicator indicator, ReportingYear year, int methodYear, LocalDate today) {
        return results.of(indicator.plan(), List.of(indicator), year, methodYear, today).getOrDefault(indicator.code(),
                AnnualResult.NONE);
    }

    private ReportingYear reportingYear(Plan plan, Integer year, LocalDate today) {
        return periods.year(plan.regime(), year == null ? periods.yearOf(plan.regime(), today) : year);
    }

    /** @param compared the indicators whose result is compared with that of the year before */
    private List<Assessment> assess(Plan plan, List<Indicator> of, ReportingYear year, LocalDate today,
            List<Indicator> compared) {
        Map<IndicatorCode, AnnualResult> now = results.of(plan, of, year, year.year(), today);
        Map<IndicatorCode, AnnualResult> before = compared.isEmpty() ? Map.of()
                : results.of(plan, compared, periods.year(plan.regime(), year.year() - 1), year.year(), today);
        return of.stream().map(indicator -> Assessment.of(indicator, year, now.get(indicator.code()),
                before.getOrDefault(indicator.code(), AnnualResult.NONE))).toList();
    }

    private Page<AwaitedReportView> awaited(Indicator indicator, ReportingYear year, Paging paging,
            LocalDate today) {
        List<AwaitedReport> found = results.awaited(indicator, year, today, paging.after(), paging.rows());
        Map<UnitCode, Unit> named = units.named(found.stream().map(AwaitedReport::unit).toList());
        return Page.of(found, paging, report -> report.unit().value(),
                report -> AwaitedReportView.of(report, named.get(report.unit())));
    }

    /** The units that lead on the last day of the year: the assigned ones, or those that took over from them. */
    private Map<UnitCode, Unit> leads(Collection<Assessment> of) {
        return of.stream().findFirst().map(any -> any.year().lastDay()).map(day -> units.existingOn(day,
                of.stream().map(assessment -> assessment.indicator().leadOn(day)).flatMap(Optional::stream).toList()))
                .orElse(Map.of());
    }

    private static Optional<Unit> lead(Assessment assessment, Map<UnitCode, Unit> leads) {
        return assessment.indicator().leadOn(assessment.year().lastDay()).map(leads::get);
    }
}
