package vn.cchc.reporting.calendar;

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

@Path("/regimes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
@RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
class RegimeResource {

    private final Regimes regimes;

    RegimeResource(Regimes regimes) {
        this.regimes = regimes;
    }

    @GET
    @Operation(operationId = "listRegimes", summary = "Lists the latest version of each reporting regime (chế độ báo cáo)")
    public Page<RegimeView> list(@BeanParam Paging paging) {
        return Page.of(regimes.after(paging.after(), paging.rows()), paging, regime -> regime.code, RegimeView::of);
    }

    @GET
    @Path("/{code}")
    @Operation(operationId = "getRegime", summary = "Returns the latest version of a reporting regime")
    public RegimeView get(@Parameter(example = "CCHC") @PathParam("code") String code) {
        return RegimeView.of(regimes.requireVersions(code).latest());
    }
}
