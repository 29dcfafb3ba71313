package vn.cchc.targets.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.values.PlanCode;

@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plan", description = "Plans (kế hoạch) and their targets (chỉ tiêu)")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class PlanResource {

    private final Plans plans;
    private final TargetViews targets;

    PlanResource(Plans plans, TargetViews targets) {
        this.plans = plans;
        this.targets = targets;
    }

    @GET
    @Operation(operationId = "listPlans", summary = "The plans, ordered by code")
    public Page<PlanView> list(@BeanParam Paging paging) {
        var found = plans.find("code > ?1 order by code", paging.after()).page(0, paging.rows()).list();
        return Page.of(found, paging, plan -> plan.code, PlanView::of);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getPlan", summary = "One plan")
    public PlanView get(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code) {
        return PlanView.of(plans.require(code));
    }

    @GET
    @Path("/{code}/targets")
    @Operation(operationId = "listPlanTargets", summary = "The targets (chỉ tiêu) of a plan, in the plan's order")
    public Page<TargetView> targets(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @BeanParam Paging paging) {
        return targets.page(plans.require(code), paging);
    }

    @GET
    @Path("/{code}/targets/{number}")
    @Operation(operationId = "getPlanTarget", summary = "One target (chỉ tiêu) of a plan")
    public TargetView target(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @Parameter(description = "Number within the plan", example = "5") @PathParam("number") int number) {
        return targets.one(plans.require(code), number);
    }
}
