package vn.cchc.targets.plan;

import java.util.List;
import java.util.Map;

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
import vn.cchc.targets.indicator.Indicators;

@Path("/targets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Plan")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR })
class TargetResource {

    private final Targets targets;
    private final Indicators indicators;

    TargetResource(Targets targets, Indicators indicators) {
        this.targets = targets;
        this.indicators = indicators;
    }

    @GET
    @Operation(operationId = "listTargets", summary = "The targets (chỉ tiêu) in the plan's order")
    public Page<TargetView> list(@BeanParam Paging paging) {
        Map<Integer, List<String>> codes = indicators.codesByTarget();
        var found = targets.find("number > ?1 order by number", paging.afterNumber()).page(0, paging.rows()).list();
        return Page.of(found, paging, target -> String.valueOf(target.number),
                target -> TargetView.of(target, codes.get(target.number)));
    }

    @GET
    @Path("/{number}")
    @Operation(operationId = "getTarget", summary = "One target (chỉ tiêu) in the plan's own words")
    public TargetView get(@PathParam("number") int number) {
        return targets.findByIdOptional(number)
                .map(target -> TargetView.of(target, indicators.codesByTarget().get(number)))
                .orElseThrow(() -> ProblemException.notFound("target", number));
    }
}
