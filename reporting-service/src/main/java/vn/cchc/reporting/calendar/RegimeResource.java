package vn.cchc.reporting.calendar;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import vn.cchc.rest.precondition.RequiresIfMatch;
import vn.cchc.values.RegimeCode;

@Path("/regimes")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Calendar")
class RegimeResource {

    private final Regimes regimes;
    private final RegimeService service;
    private final CurrentRequest current;
    private final Clock clock;

    RegimeResource(Regimes regimes, RegimeService service, CurrentRequest current, Clock clock) {
        this.regimes = regimes;
        this.service = service;
        this.current = current;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "listRegimes", summary = "Lists the latest version of each reporting regime (chế độ báo cáo)")
    public Page<RegimeView> list(@BeanParam Paging paging) {
        return Page.of(regimes.after(paging.after(), paging.rows()), paging, regime -> regime.code, RegimeView::of);
    }

    @GET
    @Path("/{code}")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "getRegime", summary = "Returns the latest version of a reporting regime")
    public RegimeView get(@Parameter(example = "CCHC") @PathParam("code") String code) {
        return RegimeView.of(regimes.requireVersions(parse(code)).latest());
    }

    @GET
    @Path("/{code}/history")
    @RolesAllowed({ Role.VIEWER, Role.INTEGRATOR, Role.AUDITOR, Role.ADMIN })
    @Operation(operationId = "getRegimeHistory", summary = "Lists all versions of a reporting regime, the oldest first")
    public Page<RegimeView> history(@Parameter(example = "CCHC") @PathParam("code") String code) {
        return new Page<>(regimes.requireVersions(parse(code)).versions().stream().map(RegimeView::of).toList(), null);
    }

    @POST
    @Idempotent
    @CreatesResource
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "createRegime", summary = "Creates a reporting regime", description = "Its periods are derived at once, for past years from the beginning of its validity, and for some years ahead.")
    @APIResponse(responseCode = "201", description = "Created; `Location` is its address", content = @Content(schema = @Schema(implementation = RegimeView.class)))
    public Response create(@NotNull NewRegime wanted) {
        RegimeView created = service.create(wanted, current.change(), clock);
        return Response.created(URI.create("regimes/" + created.code())).entity(created).build();
    }

    @PUT
    @Idempotent
    @RequiresIfMatch
    @Path("/{code}")
    @RolesAllowed(Role.ADMIN)
    @Operation(operationId = "reviseRegime", summary = "Adds the next version of a reporting regime", description = "The version replaces the earlier ones from `validFrom` on. Windows and deadlines change only where they still lie ahead; the former ones stay in the history of each period. A period that the regime no longer requires is cancelled.")
    public RegimeView revise(@Parameter(example = "CCHC") @PathParam("code") String code, @NotNull NewRegime wanted) {
        return service.revise(parse(code), wanted, current.change(), clock);
    }

    /** A text that is not a code names no regime: 404. */
    static RegimeCode parse(String code) {
        return RegimeCode.parse(code).orElseThrow(() -> Regimes.notFound(code));
    }
}
