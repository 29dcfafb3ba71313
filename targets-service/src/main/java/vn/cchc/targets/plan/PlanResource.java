package vn.cchc.targets.plan;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.idempotency.Idempotent;
import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.precondition.CreatesResource;
import vn.cchc.targets.history.AsOf;
import vn.cchc.targets.history.History;
import vn.cchc.values.PlanCode;

@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plan", description = "Plans (kế hoạch) and their targets (chỉ tiêu)")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class PlanResource {

    private final Plans plans;
    private final TargetViews targets;
    private final PlanRegistration registration;
    private final CurrentRequest current;
    private final History history;

    PlanResource(Plans plans, TargetViews targets, PlanRegistration registration, CurrentRequest current,
            History history) {
        this.plans = plans;
        this.targets = targets;
        this.registration = registration;
        this.current = current;
        this.history = history;
    }

    @GET
    @Operation(operationId = "listPlans", summary = "Lists the plans in the order of their codes")
    public Page<PlanView> list(@BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> Page.of(
                plans.find("code > ?1 order by code", paging.after()).page(0, paging.rows()).list(), paging,
                plan -> plan.code, PlanView::of));
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getPlan", summary = "Returns a plan")
    public PlanView get(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> PlanView.of(plans.require(code)));
    }

    @GET
    @Path("/{code}/text")
    @Operation(operationId = "getPlanText", summary = "Returns the text of a plan, word for word", description = "Preamble, sections, closing clause, recipients and signer, in the order of the document. The items of the section on implementation state each unit's duty and name its code.")
    public PlanText text(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code) {
        return targets.text(plans.require(code));
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "createPlan", summary = "Registers a plan with its targets and indicators", description = "All of it or nothing. The indicators reach the other services within a second. The regime may be registered before or after the plan.")
    @APIResponse(responseCode = "201", description = "Registered; `Location` names it", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response create(@NotNull NewPlan wanted) {
        PlanView created = registration.register(wanted, current.change());
        return Response.created(URI.create("plans/" + created.code())).entity(created).build();
    }

    @GET
    @Path("/{code}/targets")
    @Operation(operationId = "listPlanTargets", summary = "Lists the targets (chỉ tiêu) of a plan in the plan's order")
    public Page<TargetView> targets(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> targets.page(plans.require(code), paging));
    }

    @GET
    @Path("/{code}/targets/{number}")
    @Operation(operationId = "getPlanTarget", summary = "Returns a target (chỉ tiêu) of a plan")
    public TargetView target(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @Parameter(description = "Number within the plan", example = "5") @PathParam("number") int number,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> targets.one(plans.require(code), number));
    }
}
