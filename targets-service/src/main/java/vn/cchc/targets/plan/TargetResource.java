package vn.cchc.targets.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
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
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.values.PlanCode;

@Path("/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plan")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class TargetResource {

    private final Plans plans;
    private final TargetViews targets;
    private final History history;

    TargetResource(Plans plans, TargetViews targets, History history) {
        this.plans = plans;
        this.targets = targets;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listTargets", summary = "Lists the targets (chỉ tiêu) of a plan in the plan's order")
    public Page<TargetView> list(
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> targets.page(plans.requireOrDefault(plan), paging, today));
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "getTarget", summary = "Returns a target (chỉ tiêu) of a plan")
    public TargetView get(@Parameter(description = "Number within the plan", example = "5") @PathParam("number") int number,
            @Parameter(description = "Code of the plan; the default plan if absent", example = "KH-SGDDT-2022") @QueryParam("plan") PlanCode plan,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> targets.one(plans.requireOrDefault(plan), number, today));
    }
}
