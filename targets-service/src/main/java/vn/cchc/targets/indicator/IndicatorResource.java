package vn.cchc.targets.indicator;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.targets.plan.Plans;
import vn.cchc.values.IndicatorCode;
import vn.cchc.values.PlanCode;

@Path("/indicators")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Indicators", description = "Indicators (chỉ số): definitions, milestones and assignments")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class IndicatorResource {

    private final Plans plans;
    private final Indicators indicators;
    private final CurrentRequest current;
    private final History history;

    IndicatorResource(Plans plans, Indicators indicators, CurrentRequest current, History history) {
        this.plans = plans;
        this.indicators = indicators;
        this.current = current;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listIndicators", summary = "Lists the indicators (chỉ số) of a plan in the plan's order")
    public Page<IndicatorView> list(
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> Page.of(
                indicators.ofPlan(plans.requireOrDefault(plan).code(), paging.afterNumber(), paging.rows()), paging,
                indicator -> String.valueOf(indicator.position), indicator -> IndicatorView.of(indicator, today)));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getIndicator", summary = "Returns an indicator")
    public IndicatorView get(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @Parameter(description = "Whether `history` has every definition: that of the plan, and that of each issued revision") @QueryParam("includeHistory") @DefaultValue("false") boolean includeHistory,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> {
            Indicator indicator = indicators.require(code);
            IndicatorView view = IndicatorView.of(indicator, today);
            return includeHistory ? view.with(indicator.definitions()) : view;
        });
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{code}/also-asked-by")
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "setFurtherRegimes", summary = "Replaces the further regimes that ask for an indicator's figure", description = "The figure is entered under the plan's regime only. Reports of the further regimes refer to it, from within a second. A regime may be registered before or after.")
    public IndicatorView setFurtherRegimes(@Parameter(example = "CT05.1") @PathParam("code") IndicatorCode code,
            @NotNull FurtherRegimes wanted) {
        return indicators.askFor(code, wanted, current.change());
    }
}
