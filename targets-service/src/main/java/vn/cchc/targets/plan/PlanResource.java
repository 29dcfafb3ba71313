package vn.cchc.targets.plan;

import java.net.URI;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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
import vn.cchc.rest.precondition.RequiresIfMatch;
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
    private final PlanDocuments documents;
    private final CurrentRequest current;
    private final History history;

    PlanResource(Plans plans, TargetViews targets, PlanRegistration registration, PlanDocuments documents,
            CurrentRequest current,
            History history) {
        this.plans = plans;
        this.targets = targets;
        this.registration = registration;
        this.documents = documents;
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
    public PlanView get(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @Parameter(description = "Whether `history` has every version") @QueryParam("includeHistory") @DefaultValue("false") boolean includeHistory,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> {
            PlanView view = PlanView.of(plans.require(code));
            return includeHistory ? view.with(plans.versions(code)) : view;
        });
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
    @Operation(operationId = "createPlan", summary = "Registers a plan with its targets and indicators", description = "All of it or nothing: issued, or as a draft with `draft`. The indicators reach the other services within a second. The regime may be registered before or after the plan.")
    @APIResponse(responseCode = "201", description = "Registered; `Location` names it", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response create(@NotNull NewPlan wanted) {
        PlanView created = registration.register(wanted, current.change());
        return Response.created(URI.create("plans/" + created.code())).entity(created).build();
    }

    @GET
    @Path("/{code}/document")
    @Operation(operationId = "getPlanDocument", summary = "Returns a plan as one JSON document", description = "The document by which it was registered, with the text, the targets and the indicators: `createPlan` accepts it. `/plans/schema` is its JSON Schema.")
    public NewPlan document(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code) {
        return documents.of(plans.require(code));
    }

    @GET
    @Path("/schema")
    @Produces("application/schema+json")
    @Operation(operationId = "getPlanSchema", summary = "Returns the JSON Schema of a plan's document")
    @APIResponse(responseCode = "200", description = "JSON Schema, draft 2020-12", content = @Content(schema = @Schema(type = SchemaType.OBJECT)))
    public String schema() {
        return PlanSchema.TEXT;
    }

    @PUT
    @Path("/{code}")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed(Role.PLANNER)
    @Operation(operationId = "replacePlanDraft", summary = "Replaces a draft", description = "All of it. 409 for a plan that is issued: its content changes only by revisions of its indicators.")
    public PlanView replace(@Parameter(example = "KH-CT-2025") @PathParam("code") PlanCode code, @NotNull NewPlan wanted) {
        return registration.replace(code, wanted, current.change());
    }

    @POST
    @Path("/{code}/issuance")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed({ Role.PLANNER, Role.DIRECTOR })
    @Operation(operationId = "issuePlan", summary = "Issues a draft (ban hành)", description = "By someone else than its author. From then on units report its indicators. A plan that it supersedes ends on the day before its first one; an adopted indicator goes on with the figures of that plan, which stay with the units that reported them.")
    public PlanView issue(@Parameter(example = "KH-CT-2025") @PathParam("code") PlanCode code,
            @Valid @NotNull Issuance issuance) {
        return registration.issue(code, issuance, current.change());
    }

    @POST
    @Path("/{code}/closure")
    @Idempotent
    @RequiresIfMatch
    @RolesAllowed({ Role.PLANNER, Role.DIRECTOR })
    @Operation(operationId = "closePlan", summary = "Closes a plan (kết thúc)", description = "It stays readable. Its indicators and assignments do not change any more.")
    public PlanView close(@Parameter(example = "KH-TTHC-2026") @PathParam("code") PlanCode code, @Valid @NotNull Closure why) {
        return registration.close(code, why, current.change());
    }

    @GET
    @Path("/{code}/targets")
    @Operation(operationId = "listPlanTargets", summary = "Lists the targets (chỉ tiêu) of a plan in the plan's order")
    public Page<TargetView> targets(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @BeanParam Paging paging, @BeanParam AsOf asOf) {
        return history.read(asOf, today -> targets.page(plans.require(code), paging, today));
    }

    @GET
    @Path("/{code}/targets/{number}")
    @Operation(operationId = "getPlanTarget", summary = "Returns a target (chỉ tiêu) of a plan")
    public TargetView target(@Parameter(example = "KH-SGDDT-2022") @PathParam("code") PlanCode code,
            @Parameter(description = "Number within the plan", example = "5") @PathParam("number") int number,
            @BeanParam AsOf asOf) {
        return history.read(asOf, today -> targets.one(plans.require(code), number, today));
    }
}
