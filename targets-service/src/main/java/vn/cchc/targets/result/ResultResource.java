package vn.cchc.targets.result;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;
import vn.cchc.rest.problem.ResourceType;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.targets.indicator.Indicator;
import vn.cchc.targets.indicator.IndicatorType;
import vn.cchc.targets.indicator.Indicators;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PeriodCode;

@Path("/indicators/{code}/results")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Results", description = "Results of the indicators, and the accepted figures behind each")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class ResultResource {

    private final Indicators indicators;
    private final Lineage lineage;
    private final SurveyResults surveys;
    private final History history;

    ResultResource(Indicators indicators, Lineage lineage, SurveyResults surveys, History history) {
        this.indicators = indicators;
        this.lineage = lineage;
        this.surveys = surveys;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listResults", summary = "Lists the results of an indicator by period and year", description = "In the order of the periods' codes, from accepted figures and published surveys only. The result of a year is that of the annual report; until it is accepted, a flow is the sum of the windows accepted so far. Results of a survey are listed by year and method: each method is a series of its own.")
    public Page<IndicatorResultView> series(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> series(code, paging, today));
    }

    private Page<IndicatorResultView> series(IndicatorCode code, Paging paging, LocalDate today) {
        Indicator indicator = indicators.require(code);
        indicator.plan().requirePublished();
        if (indicator.type() == IndicatorType.SURVEY) {
            List<SurveyResult> found = surveys.series(code).current().stream()
                    .filter(result -> result.key().compareTo(paging.after()) > 0).limit(paging.rows()).toList();
            return Page.of(found, paging, SurveyResult::key, result -> IndicatorResultView.of(IndicatorResult.of(result)));
        }
        return Page.of(lineage.series(indicator, paging, today), paging, result -> result.period().value(),
                IndicatorResultView::of);
    }

    @GET
    @Path("/{period}")
    @Operation(operationId = "getResult", summary = "Returns the lineage of a result", description = "The result, and a page of the units in it: each unit's accepted figures, the report and its version, who accepted it and when. Of an indicator that comes from surveys: the campaign.")
    public LineageView result(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @Parameter(description = "A period such as 2025H1, or a year", example = "2025") @PathParam("period") PeriodCode period,
            @Parameter(description = "Method of the survey; if absent, the one that the scoreboard shows", example = "POOLED") @QueryParam("method") String method,
            @Parameter(description = "Whether `history` has every version: of each unit's figures, or of the survey's result. A unit whose figures are all retracted contributes nothing and is not listed; `asOf` shows it") @QueryParam("includeHistory") @DefaultValue("false") boolean includeHistory,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> result(code, period, method, includeHistory, paging, today));
    }

    private LineageView result(IndicatorCode code, PeriodCode period, String method, boolean includeHistory, Paging paging,
            LocalDate today) {
        Indicator indicator = indicators.require(code);
        indicator.plan().requirePublished();
        if (indicator.type() == IndicatorType.SURVEY) {
            SurveyResult found = survey(code, period, method)
                    .orElseThrow(() -> ProblemException.notFound(ResourceType.RESULT, code + " " + period));
            LineageView view = LineageView.of(code, found);
            return includeHistory ? view.with(surveys.series(code).versions(found.key())) : view;
        }
        IndicatorResult result = lineage.result(indicator, period, today)
                .orElseThrow(() -> ProblemException.notFound(ResourceType.RESULT, code + " " + period));
        Page<ContributionView> units = lineage.contributions(indicator, period, paging);
        return new LineageView(code, IndicatorResultView.of(result),
                includeHistory ? lineage.withHistory(indicator, period, units) : units, null, null);
    }

    private Optional<SurveyResult> survey(IndicatorCode code, PeriodCode year, String method) {
        if (!year.isYear()) {
            return Optional.empty();
        }
        SurveySeries series = surveys.series(code);
        if (method == null) {
            return Optional.ofNullable(series.principal(year.year()).get(year.year()));
        }
        return series.current().stream().filter(result -> result.key().equals(year + " " + method)).findFirst();
    }
}
