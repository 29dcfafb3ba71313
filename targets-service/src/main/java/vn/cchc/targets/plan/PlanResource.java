package vn.cchc.targets.plan;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;
import vn.cchc.rest.problem.ProblemException;

@Path("/plans")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plan", description = "The plan and its sixteen targets (kế hoạch, chỉ tiêu)")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class PlanResource {

    private final Plans plans;

    PlanResource(Plans plans) {
        this.plans = plans;
    }

    @GET
    @Operation(operationId = "listPlans", summary = "The plans", description = "In the order of their codes.")
    public Page<PlanView> list(@BeanParam Paging paging) {
        var found = plans.find("code > ?1 order by code", paging.after()).page(0, paging.rows()).list();
        return Page.of(found, paging, plan -> plan.code, PlanView::of);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getPlan", summary = "One plan")
    public PlanView get(@PathParam("code") String code) {
        return plans.findByIdOptional(code).map(PlanView::of).orElseThrow(() -> ProblemException.notFound("plan", code));
    }
}
