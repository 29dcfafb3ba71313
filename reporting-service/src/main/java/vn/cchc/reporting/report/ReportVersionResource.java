package vn.cchc.reporting.report;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

import vn.cchc.rest.caller.Role;
import vn.cchc.rest.change.CurrentRequest;
import vn.cchc.rest.openapi.UnitRule;
import vn.cchc.rest.paging.Page;
import vn.cchc.rest.paging.Paging;

@Path("/reports/{id}/versions")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({ Role.VIEWER, Role.REPORTER, Role.UNIT_HEAD, Role.REVIEWER, Role.INTEGRATOR, Role.AUDITOR })
@Tag(name = "Corrections", description = "Corrections of accepted reports and the versions before them (đính chính)")
class ReportVersionResource {

    private final ReportReader reader;
    private final CurrentRequest current;

    ReportVersionResource(ReportReader reader, CurrentRequest current) {
        this.reader = reader;
        this.current = current;
    }

    @GET
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "listReportVersions", summary = "Lists the accepted versions of a report", description = "Version 1 is the first acceptance; each accepted correction adds one.")
    public Page<ReportVersionSummary> list(@PathParam("id") UUID id, @BeanParam Paging paging) {
        return reader.versions(id, ReportAccess.of(current.actor()), paging);
    }

    @GET
    @Path("/{number}")
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "getReportVersion", summary = "Returns a report as it was accepted in a version", description = "409 before the first acceptance.")
    public ReportVersionView get(@PathParam("id") UUID id, @Parameter(example = "1") @PathParam("number") int number) {
        return reader.version(id, number, ReportAccess.of(current.actor()));
    }

    @GET
    @Path("/{number}/seal")
    @Extension(name = UnitRule.NAME, value = UnitRule.OWN_OR_ACCEPTED)
    @Operation(operationId = "verifySealOfVersion", summary = "Verifies that an accepted version was not altered", description = "409 before the first acceptance.")
    public ReportSealView seal(@PathParam("id") UUID id, @Parameter(example = "1") @PathParam("number") int number) {
        return reader.seal(id, number, ReportAccess.of(current.actor()));
    }
}
